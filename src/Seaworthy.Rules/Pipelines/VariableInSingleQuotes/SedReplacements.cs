using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Commands such as <c>sed -i "s|image: .*|image: shop:$TAG|" k8s/api.yaml</c>.</summary>
/// <remarks>Source: POSIX.1-2024, 2.2.2 "Single-Quotes": every character within them is literal; "sed", the s function.</remarks>
internal static class SedReplacements
{
    // What reads these files fills in no variable of a shell.
    private static readonly string[] Endings =
    [
        ".yaml",
        ".yml",
        ".json",
        ".xml",
        ".properties",
        ".toml",
        ".tf",
        ".tfvars",
        ".ini",
        ".cfg",
        ".html",
        ".js",
    ];

    // What reads these has variables of that form itself.
    private static readonly string[] OwnVariables =
    [
        ".github",
        "airflow",
        "application",
        "bootstrap",
        "collector",
        "compose",
        "dashboard",
        "datasource",
        "elasticsearch",
        "example",
        "filebeat",
        "grafana",
        "kibana",
        "log4j",
        "logback",
        "logstash",
        "loki",
        "mkdocs",
        "otel",
        "pom.xml",
        "promtail",
        "sample",
        "serverless",
        "settings.xml",
        "stack",
        "template",
        "tmpl",
        "tpl",
    ];

    // GitLab, GitHub and Jenkins set these.
    private static readonly string[] Predefined = ["CI_", "GITHUB_", "BUILD_NUMBER", "BUILD_ID", "BUILD_TAG", "GIT_COMMIT", "GIT_BRANCH"];

    public static IReadOnlyList<SedReplacement> Link(Deployment deployment)
    {
        var files = deployment
            .Commands.Where(site => IsJudged(site.Span.File, deployment))
            .GroupBy(site => site.Span.File)
            .Where(ofFile => ofFile.Any(site => site.Command.Program is "sed" or "gsed"));
        return [.. files.SelectMany(ofFile => OfFile([.. ofFile], deployment))];
    }

    private static bool IsJudged(SourceFile file, Deployment deployment) =>
        deployment.At<Workflow>(file.Path) is not null
        || deployment.At<GitLabPipeline>(file.Path) is not null
        || deployment.At<CommandPipeline>(file.Path) is not null
        || deployment.At<ShellScript>(file.Path) is not null;

    private static IEnumerable<SedReplacement> OfFile(List<CommandSite> sites, Deployment deployment)
    {
        // Somebody fills in what sed leaves.
        if (sites.Exists(site => site.Command.Program is "envsubst" or "gomplate"))
        {
            yield break;
        }

        var filled = deployment.At<CommandPipeline>(sites[0].Span.File.Path)?.FilledScripts ?? [];
        foreach (var site in sites.Where(site => site.Command.Program is "sed" or "gsed" && site.Command.Words.Count > 2))
        {
            if (!filled.Any(script => Holds(script, site.Span)) && !IsInside(site, sites) && Of(site, sites, deployment) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>Another command sends it as a text, whose variables the shell outside may replace first.</summary>
    private static bool IsInside(CommandSite site, List<CommandSite> sites) =>
        sites.Exists(other =>
            other.Command.Words.Concat(other.Command.Redirects.Select(redirect => redirect.Target)).Any(word => Holds(word.Span, site.Span))
            || other.Command.Redirects.Any(redirect =>
                redirect.HereDocumentText is { } text && Holds(text.Span(0, text.Text.Length), site.Span)
            )
        );

    private static bool Holds(SourceSpan outer, SourceSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End && outer != inner;

    private static SedReplacement? Of(CommandSite site, List<CommandSite> sites, Deployment deployment)
    {
        var target = site.Command.Words[^1].Raw.Trim('"', '\'');
        if (
            !Endings.Any(ending => target.EndsWith(ending, StringComparison.Ordinal))
            || OwnVariables.Any(word => target.Contains(word, StringComparison.OrdinalIgnoreCase))
        )
        {
            return null;
        }

        foreach (var word in site.Command.Arguments.SkipLast(1))
        {
            if (word.Parts.Any(part => part.Kind == ShellPartKind.Variable))
            {
                return new SedReplacement(site, word.Span, target);
            }

            if (
                word is { Raw: ['\'', ..], Literal: { } program }
                && Replacement(program) is { } text
                && Variable(text) is { } kept
                && SetAt(kept, sites, deployment) is { } place
            )
            {
                return new SedReplacement(site, word.Span, target) { Kept = kept, SetAt = place };
            }
        }

        return null;
    }

    /// <summary>What stands between the second and the third delimiter of <c>s|…|…|</c>.</summary>
    private static string? Replacement(string program)
    {
        var start = program.IndexOf('s', StringComparison.Ordinal);
        if (
            start < 0
            || start + 1 >= program.Length
            || char.IsAsciiLetterOrDigit(program[start + 1])
            || (start > 0 && program[start - 1] is not (' ' or ';' or '/' or '{'))
        )
        {
            return null;
        }

        var delimiter = program[start + 1];
        var second = Next(program, start + 2, delimiter);
        return second < 0 || Next(program, second + 1, delimiter) is not (> 0 and var third) ? null : program[(second + 1)..third];
    }

    private static int Next(string program, int at, char delimiter)
    {
        while (at < program.Length && program[at] != delimiter)
        {
            at += program[at] == '\\' ? 2 : 1;
        }

        return at < program.Length ? at : -1;
    }

    /// <summary>The first variable of a text, as written: <c>${TAG}</c>, <c>$TAG</c>.</summary>
    private static string? Variable(string text)
    {
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0; at = text.IndexOf('$', at + 1))
        {
            var hasBrace = at + 1 < text.Length && text[at + 1] == '{';
            var start = hasBrace ? at + 2 : at + 1;
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            var isName = end > start && !char.IsAsciiDigit(text[start]) && (at == 0 || text[at - 1] != '\\');
            if (isName && (!hasBrace || (end < text.Length && text[end] == '}')))
            {
                return text[at..(hasBrace ? end + 1 : end)];
            }
        }

        return null;
    }

    private static SourceSpan? SetAt(string kept, List<CommandSite> sites, Deployment deployment)
    {
        var name = kept.Trim('$', '{', '}');
        if (Predefined.Any(known => name.StartsWith(known, StringComparison.Ordinal)))
        {
            return sites[0].Span.File.Whole;
        }

        var variables = deployment.At<Workflow>(sites[0].Span.File.Path) is { } workflow
            ? workflow.Environment.Concat(
                workflow.Jobs.SelectMany(job => job.Environment.Concat(job.Steps.SelectMany(step => step.Environment)))
            )
            : [];
        return variables.Where(variable => variable.Name == name).Select(variable => (SourceSpan?)variable.KeySpan).FirstOrDefault()
            ?? deployment
                .At<GitLabPipeline>(sites[0].Span.File.Path)
                ?.Variables.Where(variable => variable.Name == name)
                .Select(variable => (SourceSpan?)variable.KeySpan)
                .FirstOrDefault()
            ?? sites
                .Where(site => site.Command.Assignments.Any(assignment => assignment.Name == name) || Uses(site.Command, name))
                .Select(site => (SourceSpan?)site.Span)
                .FirstOrDefault();
    }

    private static bool Uses(ShellCommand command, string name) =>
        command.Words.SelectMany(word => word.Parts).Any(part => part.Kind == ShellPartKind.Variable && part.Text == name);
}
