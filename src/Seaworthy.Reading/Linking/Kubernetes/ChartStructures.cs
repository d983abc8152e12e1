using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.Helm;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Lists and mappings of the values that templates print as text: without <c>toYaml</c>, Go prints <c>map[…]</c> and <c>[a b]</c>, and functions of text refuse them.</summary>
/// <param name="texts">Files of the chart, by their path from its directory.</param>
/// <param name="files">The chart's own values first, then the others.</param>
/// <param name="sets">All values, for each way to install it.</param>
/// <remarks>Source: Go standard library, text/template, and fmt, "%v"; Helm documentation, "Template Functions and Pipelines".</remarks>
internal sealed class ChartStructures(
    IReadOnlyDictionary<string, SourceFile> texts,
    IReadOnlyList<HelmValues> files,
    IReadOnlyList<GoMap> sets
)
{
    private const string Root = "Values";

    /// <summary>They take text alone.</summary>
    private static readonly HashSet<string> OfText = new(StringComparer.Ordinal)
    {
        "nindent",
        "indent",
        "b64enc",
        "sha256sum",
        "trim",
        "trimSuffix",
        "trimPrefix",
        "trunc",
        "upper",
        "lower",
        "replace",
    };

    // Those that put out what they are given, in quotes or not.
    private static readonly HashSet<string> Printing = new(StringComparer.Ordinal) { "quote", "squote", "print", "toString" };

    private readonly List<ChartStructure> found = [];

    /// <param name="package">The chart, or one that it takes in.</param>
    /// <param name="prefix">The path of that from the directory of the chart: empty, or with a slash at its end.</param>
    public IReadOnlyList<ChartStructure> Find(HelmPackage package, string prefix)
    {
        foreach (var template in package.Templates.Where(template => texts.ContainsKey(prefix + template.Path)))
        {
            foreach (var tree in Trees(new GoTemplateText(template.Path, template.Text)))
            {
                Visit(tree.Nodes, texts[prefix + template.Path], null);
            }
        }

        return [.. found.DistinctBy(one => one.Span)];
    }

    private static IReadOnlyList<GoTemplateTree> Trees(GoTemplateText text)
    {
        try
        {
            return GoTemplateParser.Parse(text, _ => true);
        }
        catch (GoTemplateFault)
        {
            return [];
        }
    }

    /// <param name="dot">The path of the value that the dot is; null where it is something else.</param>
    private void Visit(IReadOnlyList<GoNode> nodes, SourceFile file, IReadOnlyList<string>? dot)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case GoNode.Action action when !IsComment(file, action.Start):
                    Judge(action, file, dot);
                    break;
                case GoNode.If branch:
                    Visit(branch.Body, file, dot);
                    Visit(branch.Else, file, dot);
                    break;
                case GoNode.With with:
                    Visit(with.Body, file, with.Pipeline is { Commands: [{ Words: [var only] }] } ? PathOf(only, dot) : null);
                    Visit(with.Else, file, dot);
                    break;
                case GoNode.Range range:
                    Visit(range.Body, file, null);
                    Visit(range.Else, file, dot);
                    break;
                default:
                    break;
            }
        }
    }

    private void Judge(GoNode.Action action, SourceFile file, IReadOnlyList<string>? dot)
    {
        if (
            action.Pipeline is not { Variables: [], Commands: [var first, ..] commands }
            || PathOf(first, dot) is not { Count: > 0 } path
            || commands.Skip(1).Any(command => command.Words is not [GoExpression.Function, ..])
        )
        {
            return;
        }

        var functions = commands.Skip(1).Select(command => ((GoExpression.Function)command.Words[0]).Name).ToList();
        var refusing = functions is [var next, ..] && OfText.Contains(next) ? next : null;
        if (refusing is null && !functions.TrueForAll(Printing.Contains))
        {
            return;
        }

        var values = sets.Select(set => Value(set, path)).OfType<object>().ToList();
        // A text in one file and a structure in another is a template for both, as far as anybody can tell.
        if (values.Count == 0 || !values.TrueForAll(value => value is GoList or GoMap))
        {
            return;
        }

        var full = values.Find(value => IsWrong(value, functions.Count > 0));
        if (full is null && refusing is null)
        {
            return;
        }

        var written = string.Concat(path.Select((part, at) => part[0] == '[' || at == 0 ? part : "." + part));
        found.Add(
            new ChartStructure(written, (full ?? values[0]) is GoList ? "list" : "mapping", HelmTexts.Place(file, first.Position))
            {
                RefusedBy = refusing,
                IsEmpty = full is null,
                Value = Place(path),
            }
        );
    }

    /// <summary>One text in a list reads the same in YAML, in brackets, and so does an empty one.</summary>
    private static bool IsWrong(object value, bool isQuoted) =>
        value switch
        {
            GoMap map => map.Count > 0,
            GoList { Items: [] } => false,
            GoList { Items: [var only] } => isQuoted || only is GoMap or GoList,
            GoList list => list.Items.Count > 1,
            _ => false,
        };

    private SourceSpan? Place(IReadOnlyList<string> path)
    {
        var name = string.Join('.', path.TakeWhile(part => part[0] != '['));
        return files
            .SelectMany(file => file.Values)
            .FirstOrDefault(value => value.Path == name || value.Path.StartsWith(name + ".", StringComparison.Ordinal))
            ?.KeySpan;
    }

    private static object? Value(GoMap values, IReadOnlyList<string> path)
    {
        object? value = values;
        foreach (var part in path)
        {
            value =
                value is GoMap map && part[0] != '[' ? map[part]
                : value is GoList list
                && part is ['[', .. var number, ']']
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && at < list.Items.Count
                    ? list.Items[at]
                : null;
        }

        return value;
    }

    /// <summary>A value alone, or one that <c>index</c> or <c>first</c> takes out of a list.</summary>
    private static IReadOnlyList<string>? PathOf(GoExpression.Command command, IReadOnlyList<string>? dot) =>
        command.Words switch
        {
            [var only] => PathOf(only, dot),
            [GoExpression.Function { Name: "first" }, var of] when PathOf(of, dot) is { Count: > 0 } path => [.. path, "[0]"],
            [GoExpression.Function { Name: "index" }, var of, _, ..] when PathOf(of, dot) is { Count: > 0 } path => Indexed(
                path,
                command.Words.Skip(2)
            ),
            _ => null,
        };

    private static IReadOnlyList<string>? Indexed(IReadOnlyList<string> path, IEnumerable<GoExpression> keys)
    {
        List<string> indexed = [.. path];
        foreach (var key in keys)
        {
            switch (key)
            {
                case GoExpression.Number number:
                    indexed.Add($"[{number.Written}]");
                    break;
                case GoExpression.Quoted { Value.Length: > 0 } quoted:
                    indexed.Add(quoted.Value);
                    break;
                default:
                    return null;
            }
        }

        return indexed;
    }

    private static IReadOnlyList<string>? PathOf(GoExpression expression, IReadOnlyList<string>? dot) =>
        expression switch
        {
            GoExpression.Field { Names: [Root, ..] names } => [.. names.Skip(1)],
            GoExpression.Variable { Name: "$", Names: [Root, ..] names } => [.. names.Skip(1)],
            GoExpression.Field { Names: var names } when dot is { Count: > 0 } => [.. dot, .. names],
            GoExpression.Dot => dot,
            GoExpression.Pipeline { Variables: [], Commands: [var only] } => PathOf(only, dot),
            _ => null,
        };

    /// <summary>Behind <c>#</c> in its line.</summary>
    private static bool IsComment(SourceFile file, int at)
    {
        var line = HelmTexts.Before(file, at);
        return line.TrimStart().StartsWith('#');
    }
}
