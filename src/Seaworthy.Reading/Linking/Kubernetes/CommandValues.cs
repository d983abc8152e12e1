using System.Buffers;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.Helm;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>The values that a Helm command gives: its files in their order, and what it sets over them.</summary>
/// <param name="files">Those of the command that are in the tree.</param>
internal sealed class CommandValues(HelmCommand command, IReadOnlyList<SourceFile> files)
{
    /// <summary>What ends a value for Helm, or begins a list.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create(",\\\"'{ ");

    public IReadOnlyList<ShellAssignment> Set => command.Values;

    public SourceSpan Command => command.Command.Span;

    public GoMap All() => With(null, null);

    /// <summary>The same with another text in place of what one assignment sets; without the assignment for null.</summary>
    public GoMap With(ShellAssignment? altered, string? text)
    {
        GoMap values = new();
        foreach (var file in files)
        {
            var laid = HelmTexts.Values(file);
            HelmCoalescing.Tables(laid, values, keepsNull: true, 0);
            values = laid;
        }

        foreach (var set in command.Values)
        {
            var written = set == altered ? text : Written(set.Value);
            if (written is not null)
            {
                HelmSet.Apply($"{set.Name}={written}", values, isText: false);
            }
        }

        return values;
    }

    /// <summary>What the shell fills in stays visible as such: <c>$TAG</c>.</summary>
    private static string Written(ShellWord? value) =>
        value?.Literal ?? (value?.Raw is { } raw && raw.AsSpan().IndexOfAny(Separators) < 0 ? raw : "given");
}
