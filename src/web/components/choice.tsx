export interface ChoiceProps {
  name: string;
  label: string;
  chosen: string;
  /** Each value with its words, in their order. */
  values: readonly (readonly [string, string])[];
  /** Words of the first, empty value, where none need be chosen. */
  any?: string;
}

/** A choice of one from a list, with its label. */
export function Choice({ name, label, chosen, values, any }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        {any !== undefined && <option value="">{any}</option>}
        {values.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
