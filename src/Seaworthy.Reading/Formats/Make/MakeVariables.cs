using System.Text;

namespace Seaworthy.Reading.Formats.Make;

/// <summary>The literal values of a Makefile's variables, as far as the file alone decides them.</summary>
internal sealed class MakeVariables
{
    private const int DepthLimit = 16;
    private const int LengthLimit = 64 * 1024;

    private readonly Dictionary<string, MakeVariable?> byName = new(StringComparer.Ordinal);

    public MakeVariables(IEnumerable<MakeVariable> variables)
    {
        foreach (var variable in variables)
        {
            var isPlain = !variable.IsUncertain && variable.Operator is "=" or ":=" or "::=" or "?=" && !variable.IsUncertain;
            byName[variable.Name] =
                isPlain && (!byName.TryGetValue(variable.Name, out var known) || known?.Value == variable.Value) ? variable : null;
        }
    }

    /// <summary>The value, when nothing in it is computed.</summary>
    public string? Value(string name) => Value(name, 0);

    /// <summary>The value with what is computed in it left recognisably so; null when nothing certain gives it one.</summary>
    public string? Outline(string name) => byName.GetValueOrDefault(name) is { } variable ? Expand(variable.Value, 1, Computed) : null;

    /// <summary>Whether the environment may replace the value: <c>NAME ?= value</c>.</summary>
    public bool IsDefault(string name) => byName.GetValueOrDefault(name) is { Operator: "?=" };

    /// <summary>A text with its references put in, or null when one of them is computed.</summary>
    public string? Expand(string text) => Expand(text, 0);

    // A name that nobody here gives a value may be set from outside; the shell never sees what functions make.
    private static string Computed(MakeReference reference, string written) =>
        reference.IsPlainName ? $"${{{reference.Content}}}" : Placeholder(written);

    /// <summary>
    /// What the shell reads in the place of a function of make: the form that GitHub's expressions have as well. Quotes and braces of its own (<c>go list -f '{{.Version}}'</c>)
    /// would end it too early.
    /// </summary>
    public static string Placeholder(string written) => written.AsSpan().ContainsAny("'\"}") ? "${{ make }}" : $"${{{{ {written} }}}}";

    private string? Value(string name, int depth) =>
        byName.GetValueOrDefault(name) is { } variable && depth < DepthLimit ? Expand(variable.Value, depth + 1) : null;

    /// <param name="computed">What stands for a reference that is computed; without it the whole text is.</param>
    private string? Expand(string text, int depth, Func<MakeReference, string, string>? computed = null)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder result = new();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '$')
            {
                result.Append(text[at]);
                continue;
            }

            var reference = MakeReference.At(text, at, text.Length);
            if (reference.IsEscape)
            {
                result.Append('$');
            }
            else if (reference.IsPlainName && Value(reference.Content, depth) is { } value && result.Length + value.Length < LengthLimit)
            {
                result.Append(value);
            }
            else if (computed is not null)
            {
                result.Append(computed(reference, text[at..reference.End]));
            }
            else
            {
                return null;
            }

            at = reference.End - 1;
        }

        return result.ToString();
    }
}
