using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Sprig;
using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>Renders the templates of a chart and of its charts, without NOTES.txt.</summary>
/// <remarks>helm.sh/helm/v4/pkg/engine, engine.go. Input is hostile: what goes wrong is an answer, never an exception.</remarks>
internal sealed class HelmRenderer
{
    /// <summary>What <c>now</c> answers: a report knows no clock.</summary>
    private static readonly DateTimeOffset Clock = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly GoRun run;
    private readonly HelmRelease release;
    private readonly List<HelmSource> sources = [];
    private HelmFault? syntax;

    private HelmRenderer(HelmRelease release, GoLimits limits, string? open)
    {
        this.release = release;
        run = new GoRun(HelmFunctions.All, limits, Clock, open);
    }

    /// <param name="open">Stands for templates that are not there and for required values; null renders as Helm does.</param>
    public static HelmRendering Render(HelmPackage chart, HelmRelease release, GoLimits? limits = null, string? open = null)
    {
        var whole = HelmDependencies.Process(chart, release.Values);
        var values = HelmCoalescing.Coalesce(whole, release.Values);
        return new HelmRenderer(release, limits ?? new GoLimits(), open).Run(whole, values);
    }

    private HelmRendering Run(HelmPackage chart, GoMap values)
    {
        Collect(chart, chart.Name, AsValues(values), isRoot: true);
        // Deeper ones first, so that the definitions of an outer chart count.
        var ordered = sources
            .OrderByDescending(source => source.Text.Name.Count(one => one == '/'))
            .ThenByDescending(source => source.Text.Name, Comparer<string>.Create(GoText.Compare))
            .ToList();
        foreach (var source in ordered)
        {
            Parse(source.Text);
        }

        if (syntax is not null)
        {
            return new HelmRendering([], syntax);
        }

        List<HelmDocument> documents = [];
        foreach (var source in ordered.Where(source => IsRendered(source.Text.Name)))
        {
            documents.Add(Document(source.Text, source.Dot, source.Folder));
        }

        return new HelmRendering(documents, documents.Select(document => document.Fault).FirstOrDefault(fault => fault is not null));
    }

    private static bool IsRendered(string name) => SprigPaths.Base(name) is not (['_', ..] or "NOTES.txt");

    private static GoMap AsValues(GoMap map)
    {
        GoMap values = new(GoMethods.OfValues);
        foreach (var key in map.Keys)
        {
            values[key] = map[key];
        }

        return values;
    }

    private GoMap Collect(HelmPackage chart, string path, object? values, bool isRoot)
    {
        GoMap dot = new(GoMethods.OfValues);
        var metadata = chart.Metadata.Copy();
        metadata["IsRoot"] = isRoot;
        dot["Chart"] = metadata;
        dot["Capabilities"] = HelmCapabilities.Default;
        dot["Release"] = Release();
        dot["Values"] = values;
        dot["Files"] = HelmFiles.Of(chart);
        GoMap inner = new();
        dot["Subcharts"] = inner;
        foreach (var one in chart.Charts)
        {
            inner[one.Name] = Collect(one, $"{path}/charts/{one.Name}", (values as GoMap)?[one.Name], isRoot: false);
        }

        foreach (var template in chart.Templates.Where(file => !chart.IsLibrary || SprigPaths.Base(file.Path) is ['_', ..]))
        {
            sources.Add(new HelmSource(new GoTemplateText($"{path}/{template.Path}", template.Text), dot, $"{path}/templates"));
        }

        return dot;
    }

    private GoMap Release()
    {
        GoMap map = new();
        map["Name"] = release.Name;
        map["Namespace"] = release.Namespace;
        map["IsInstall"] = true;
        map["IsUpgrade"] = false;
        map["Revision"] = (nint)1;
        map["Service"] = "Helm";
        return map;
    }

    private void Parse(GoTemplateText text)
    {
        try
        {
            run.Add(text);
        }
        catch (GoTemplateFault fault)
        {
            var (line, _) = text.Place(fault.Position);
            var message = $"parse error at ({text.Name}:{line}): {fault.Message}";
            syntax ??= new HelmFault(GoFaultKind.Syntax, message, fault.Message, text.Name, fault.Position);
        }
    }

    private HelmDocument Document(GoTemplateText text, GoMap dot, string folder)
    {
        GoMap template = new(GoMethods.OfValues);
        template["Name"] = text.Name;
        template["BasePath"] = folder;
        dot["Template"] = template;
        try
        {
            var (rendered, trace) = run.Render(run.Find(text.Name) ?? new GoTemplateTree(text.Name, [], text), dot);
            return new HelmDocument(text.Name, Stripped(rendered, ref trace), trace, null);
        }
        catch (GoRunFault fault)
        {
            HelmFault found = new(fault.Kind, fault.Message, fault.Reason, fault.Text.Name, fault.Position)
            {
                Expression = fault.Expression,
            };
            return new HelmDocument(text.Name, null, new GoTrace([]), found);
        }
        catch (GoCallFault fault)
        {
            return new HelmDocument(
                text.Name,
                null,
                new GoTrace([]),
                new HelmFault(fault.Kind, fault.Message, fault.Message, text.Name, 0)
            );
        }
    }

    /// <summary>Without what Go prints for nothing.</summary>
    private static string Stripped(string text, ref GoTrace trace)
    {
        var at = text.IndexOf(GoPrint.NoValue, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        List<int> removed = [];
        for (; at >= 0; at = text.IndexOf(GoPrint.NoValue, at + GoPrint.NoValue.Length, StringComparison.Ordinal))
        {
            removed.Add(at);
        }

        var next = 0;
        List<GoTracePart> parts = new(trace.Parts.Count);
        foreach (var part in trace.Parts)
        {
            while (next < removed.Count && removed[next] < part.Start)
            {
                next++;
            }

            parts.Add(part with { Start = Math.Max(0, part.Start - (next * GoPrint.NoValue.Length)) });
        }

        trace = new GoTrace(parts);
        return text.Replace(GoPrint.NoValue, "", StringComparison.Ordinal);
    }
}
