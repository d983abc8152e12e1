using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>A setting of a data store, from a variable or by default.</summary>
/// <param name="Variable">The variable; null for what the image has by itself.</param>
internal sealed record StoreSetting(string Value, string? Variable, SourceSpan? At)
{
    /// <summary>The first of the variables that is set; null when its value cannot be known.</summary>
    /// <param name="otherwise">What the image takes when none is set; null when it takes none.</param>
    public static StoreSetting? Of(Workload store, string? otherwise, params IReadOnlyList<string> variables)
    {
        foreach (var name in variables)
        {
            if (store.Supplied.LastOrDefault(variable => variable.Name == name) is { } variable)
            {
                return variable.Value is not { Text: { } text, Unset.Count: 0 } ? null
                    : text.Length > 0 ? new StoreSetting(text, name, variable.Span)
                    : otherwise is { } empty ? new StoreSetting(empty, null, null)
                    : null;
            }

            // A password in a file.
            if (store.Supplied.Any(variable => variable.Name == name + "_FILE"))
            {
                return null;
            }
        }

        return otherwise is null || store.SuppliesMoreBecause is not null ? null : new StoreSetting(otherwise, null, null);
    }

    public override string ToString() => Variable is null ? Value : $"{Value} ({Variable})";
}
