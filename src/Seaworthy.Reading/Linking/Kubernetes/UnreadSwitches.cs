using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.Helm;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Switches of a chart's own values with which it renders the same, on or off, whether or not all others are on.</summary>
/// <param name="values">The chart's own.</param>
/// <param name="rendering">With them, as Helm renders it.</param>
internal sealed class UnreadSwitches(HelmPackage package, HelmValues values, HelmRelease release, HelmRendering rendering, GoLimits limits)
{
    private const int MostAsked = 8;

    // Named templates of a library that take nothing but names from the values.
    private static readonly string[] OfNames = ["\"common.names.", "\"common.labels."];

    private readonly HashSet<string> ofOthers = [.. ChartSwitches.OfOthers(package), "global"];

    private readonly string templates = string.Concat(package.Templates.Select(template => template.Text));

    public IReadOnlyList<Fact<string>> Find()
    {
        var asked = values.Values.Where(IsAsked).Take(MostAsked).ToList();
        if (asked.Count == 0 || IsReadElsewhere())
        {
            return [];
        }

        // Each is turned off where all are on, and turned over where all are as the chart has them.
        GoMap own = new();
        var found = Unread(own, asked, value => value.Value?.Value == "true" ? "false" : "true");
        return found.Count > 0 && ChartSwitches.On(package) is { } on ? Facts(Unread(on, found, _ => "false")) : Facts(found);
    }

    private List<HelmValue> Unread(GoMap given, List<HelmValue> asked, Func<HelmValue, string> turned)
    {
        var whole = Text(given);
        return asked.FindAll(value =>
        {
            var altered = given.Copy();
            HelmSet.Apply($"{value.Path}={turned(value)}", altered, isText: false);
            return Text(altered) == whole;
        });
    }

    private static IReadOnlyList<Fact<string>> Facts(IEnumerable<HelmValue> values) =>
        [.. values.Select(value => new Fact<string>(value.Path, value.KeySpan))];

    private bool IsAsked(HelmValue value) =>
        value.Value?.Value is "true" or "false"
        && value.Path.Split('.') is [.., var table, var name] keys
        && ChartSwitches.Names.Contains(name)
        && !ofOthers.Contains(keys[0])
        && !IsNamed(table, name);

    /// <summary>A template asks for the switch, or takes its table as a whole, perhaps where other values than those tried lead it: <c>.redis.tls.enabled</c>, <c>with .tls</c>.</summary>
    private bool IsNamed(string table, string name) =>
        Regex.IsMatch(
            templates,
            $@"\.{Regex.Escape(table)}(\.{Regex.Escape(name)})?([^\w.-]|$)",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );

    /// <summary>A template of a chart that is not here is given all values.</summary>
    private bool IsReadElsewhere() =>
        rendering
            .Documents.Select(document => document.Fault)
            .Any(fault =>
                fault is { Kind: GoFaultKind.UndefinedTemplate }
                    && !Array.Exists(OfNames, name => fault.Reason.Contains(name, StringComparison.Ordinal))
                || fault is { Kind: GoFaultKind.Limit or GoFaultKind.Syntax }
            );

    private string Text(GoMap given)
    {
        var marked = HelmRenderer.Render(package, release with { Values = given }, limits, OpenText.Mark);
        return string.Join('\n', marked.Documents.Select(document => document.Text ?? document.Fault?.Message));
    }
}
