using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step that builds an image and pushes it: from where, and under which names.</summary>
internal sealed record ImagePush(
    string Subject,
    string Context,
    string Dockerfile,
    IReadOnlyList<string> Tags,
    SourceSpan Span,
    SourceSpan TagSpan
)
{
    /// <summary>The names without registry and tag, as far as they are written out.</summary>
    public IReadOnlyList<string> Names => [.. Tags.Select(ShortName).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Where the step names its build context and its Dockerfile.</summary>
    public IReadOnlyList<SourceSpan> Inputs { get; init; } = [];

    /// <summary>The place of one of the tags.</summary>
    public SourceSpan PlaceOf(string tag) => TagSpan.PlaceOf(tag) ?? TagSpan;

    public static IEnumerable<ImagePush> All(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name is "docker/build-push-action" && step.Input("push") is { Literal: not "false" }
        let context = Clean(step.Input("context"), "")
        let tags = step.Input("tags")
        where context is not null && tags is not null && step.Input("outputs") is null
        let file = Clean(step.Input("file"), context.Length == 0 ? "Dockerfile" : context + "/Dockerfile")
        where file is not null && !IsOutside(context) && !IsOutside(file)
        select new ImagePush($"{workflow.File.Name}: {job.Id}", context, file, Lines(tags.Raw), step.Span, tags.Span)
        {
            Inputs = [.. new[] { step.Input("context"), step.Input("file") }.OfType<ExpressionTemplate>().Select(input => input.Span)],
        };

    // Null for what only the run knows.
    private static string? Clean(ExpressionTemplate? input, string fallback) =>
        input is null ? fallback
        : input.Literal is not { } text || text.Contains("{{", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal)
            ? null
        : text.Trim() is "." or "./" ? ""
        : text.Trim().TrimEnd('/') is ['.', '/', .. var rest] ? rest
        : text.Trim().TrimEnd('/');

    /// <summary>A file outside the checkout comes from an earlier step.</summary>
    private static bool IsOutside(string path) => path is ['/' or '~', ..] || path.StartsWith("..", StringComparison.Ordinal);

    /// <summary>One tag per line, or between commas; an expression may contain commas.</summary>
    private static IReadOnlyList<string> Lines(string text)
    {
        List<string> lines = [];
        var (start, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text.AsSpan(at) switch
            {
                ['$', '{', '{', ..] => 1,
                ['}', '}', ..] when depth > 0 => -1,
                _ => 0,
            };
            if (text[at] == '\n' || (text[at] == ',' && depth == 0))
            {
                lines.Add(text[start..at].Trim());
                start = at + 1;
            }
        }

        lines.Add(text[start..].Trim());
        return [.. lines.Where(line => line.Length > 0)];
    }

    /// <summary>The last part of a name without its tag; empty when a variable is in it.</summary>
    internal static string ShortName(string tag)
    {
        var last = tag[(tag.LastIndexOf('/') + 1)..];
        var name = last.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? last[..colon] : last;
        return name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') ? name : "";
    }
}
