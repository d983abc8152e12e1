using System.Text;
using Seaworthy.Model.Declared.Interpolation;

namespace Seaworthy.Deploying.Planning;

/// <summary>Fills the holes of a Compose file from the environment of the one who deploys, and remembers what was missing.</summary>
/// <remarks>Source: the Compose specification, "Interpolation".</remarks>
public sealed class VariableFilling(IReadOnlyDictionary<string, string> values)
{
    private const int DepthLimit = 8;
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private readonly SortedSet<string> blank = new(StringComparer.Ordinal);

    /// <summary>Variables without which Compose starts nothing: <c>${NAME:?}</c>.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>Variables that nothing sets and that have no default: Compose puts nothing there.</summary>
    public IReadOnlyCollection<string> Blank => blank;

    /// <summary>The value that a bare name takes from the caller; null when the caller has none.</summary>
    public string? Named(string name) => values.GetValueOrDefault(name);

    /// <summary>Null only for no template.</summary>
    public string? Fill(Template? template) => template is null ? null : Fill(template, 0);

    /// <summary>The same, and null for a text without letters.</summary>
    public string? Text(Template? template) => Fill(template) is { Length: > 0 } text ? text : null;

    private string Fill(Template template, int depth)
    {
        StringBuilder text = new();
        foreach (var part in template.Parts)
        {
            text.Append(part.Variable is { } name ? Hole(part, name, depth) : part.Text);
        }

        return text.ToString();
    }

    private string Hole(TemplatePart part, string name, int depth)
    {
        var value = values.GetValueOrDefault(name);
        var isSet = value is not null && (part.Operator is not [':', ..] || value.Length > 0);
        return part.Operator switch
        {
            ":+" or "+" => isSet ? Word(part, depth) : "",
            _ when isSet => value ?? "",
            ":-" or "-" => Word(part, depth),
            ":?" or "?" => Nothing(missing, name),
            _ => value ?? Nothing(blank, name),
        };
    }

    private string Word(TemplatePart part, int depth) => part.Word is { } word && depth < DepthLimit ? Fill(word, depth + 1) : "";

    private static string Nothing(SortedSet<string> names, string name)
    {
        names.Add(name);
        return "";
    }
}
