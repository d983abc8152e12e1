using System.Text;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Deploying.Planning;

/// <summary>Fills the holes of a Compose file from the environment of the one who deploys, and remembers what was missing.</summary>
/// <remarks>Source: the Compose specification, "Interpolation".</remarks>
/// <param name="values">What is set.</param>
/// <param name="secrets">The names among them whose values must be on no command line.</param>
public sealed class VariableFilling(IReadOnlyDictionary<string, string> values, IReadOnlySet<string>? secrets = null)
{
    private const int DepthLimit = 8;
    private readonly SortedDictionary<string, SourceSpan?> missing = new(StringComparer.Ordinal);
    private readonly SortedSet<string> blank = new(StringComparer.Ordinal);
    private readonly SortedSet<string> used = new(StringComparer.Ordinal);
    private readonly SortedSet<string> exposed = new(StringComparer.Ordinal);

    /// <summary>Variables without which Compose starts nothing: <c>${NAME:?}</c>.</summary>
    public IReadOnlyCollection<string> Missing => missing.Keys;

    /// <summary>Where the first of those that require a variable stands; null where that is not known.</summary>
    public SourceSpan? RequiredAt(string name) => missing.GetValueOrDefault(name);

    /// <summary>Variables that nothing sets and that have no default: Compose puts nothing there.</summary>
    public IReadOnlyCollection<string> Blank => blank;

    /// <summary>Variables that were asked for, set or not.</summary>
    public IReadOnlyCollection<string> Used => used;

    /// <summary>Secrets that were filled in where others can read them.</summary>
    public IReadOnlyCollection<string> Exposed => exposed;

    /// <summary>The value that a bare name takes from the caller; null when the caller has none.</summary>
    public string? Named(string name)
    {
        used.Add(name);
        return values.GetValueOrDefault(name);
    }

    /// <summary>The same where others can read it: in the arguments of a build.</summary>
    public string? Shown(string name)
    {
        Expose(name);
        return Named(name);
    }

    /// <summary>The value of a name without which nothing starts.</summary>
    public string? Required(string name)
    {
        var value = Named(name);
        if (value is null)
        {
            missing.TryAdd(name, null);
        }

        return value;
    }

    /// <summary>Null only for no template.</summary>
    public string? Fill(Template? template) => template is null ? null : Fill(template, 0, isPrivate: false);

    /// <summary>The same for what becomes no argument of a command: the environment of a container, and its files.</summary>
    public string? FillPrivately(Template? template) => template is null ? null : Fill(template, 0, isPrivate: true);

    /// <summary>The same, and null for a text without letters.</summary>
    public string? Text(Template? template) => Fill(template) is { Length: > 0 } text ? text : null;

    /// <summary>The variables of templates that nothing sets, and for which there is no default: nothing stands in their place.</summary>
    public IReadOnlyList<string> Unset(params IReadOnlyList<Template?> templates) =>
        [
            .. templates
                .OfType<Template>()
                .SelectMany(template => template.Variables)
                .Where(part => part.Operator is null or ":?" or "?")
                .Select(part => part.Variable ?? "")
                .Where(name => values.GetValueOrDefault(name) is not { Length: > 0 })
                .Distinct(StringComparer.Ordinal),
        ];

    private string Fill(Template template, int depth, bool isPrivate)
    {
        StringBuilder text = new();
        foreach (var part in template.Parts)
        {
            text.Append(part.Variable is { } name ? Hole(template, part, name, depth, isPrivate) : part.Text);
        }

        return text.ToString();
    }

    private string Hole(Template template, TemplatePart part, string name, int depth, bool isPrivate)
    {
        var value = isPrivate ? Named(name) : Shown(name);
        var isSet = value is not null && (part.Operator is not [':', ..] || value.Length > 0);
        return part.Operator switch
        {
            ":+" or "+" => isSet ? Word(part, depth, isPrivate) : "",
            _ when isSet => value ?? "",
            ":-" or "-" => Word(part, depth, isPrivate),
            ":?" or "?" => Lacks(name, part.Span ?? template.Span),
            _ => value ?? Blanks(name),
        };
    }

    private string Word(TemplatePart part, int depth, bool isPrivate) =>
        part.Word is { } word && depth < DepthLimit ? Fill(word, depth + 1, isPrivate) : "";

    private void Expose(string name)
    {
        if (secrets?.Contains(name) is true)
        {
            exposed.Add(name);
        }
    }

    private string Lacks(string name, SourceSpan place)
    {
        missing.TryAdd(name, place);
        return "";
    }

    private string Blanks(string name)
    {
        blank.Add(name);
        return "";
    }
}
