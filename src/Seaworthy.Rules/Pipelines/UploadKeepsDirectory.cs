using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step uploads a file, which keeps its directory on the server, and a later step looks for it without the directory.</summary>
internal sealed class UploadKeepsDirectory : Rule<UploadKeepsDirectory.Upload>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "upload-keeps-directory",
            "Upload path mismatch",
            Severity.High,
            "The server finds no such file, or uses the one of an earlier deployment.",
            "The server uses the file at its upload path."
        );

    public override IEnumerable<Upload> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name == "appleboy/scp-action" && step.Input("strip_components") is null
        let target = step.Input("target")?.Literal?.Trim().TrimEnd('/')
        let source = step.Input("source")
        where target is { Length: > 0 }
        from path in (source?.Literal ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let file = path.Trim('"', '\'')
        let plain = file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file
        where plain.Contains('/', StringComparison.Ordinal) && deployment.Tree.HasFile(plain)
        select new Upload(
            $"{workflow.File.Name}: {job.Id}",
            plain,
            target,
            source?.Span ?? step.Span,
            [.. job.Steps.SkipWhile(other => other != step).Skip(1)]
        );

    protected override Subject Identify(Upload subject) => new(subject.Job, subject.Span);

    protected override IEnumerable<Verdict> Check(Upload subject, Deployment deployment)
    {
        var name = subject.File[(subject.File.LastIndexOf('/') + 1)..];
        var used = $"{subject.Target}/{name}";
        var lands = $"{subject.Target}/{subject.File}";
        var words = subject.After.SelectMany(step => step.RemoteCommands).SelectMany(command => command.Words).ToList();
        if (
            words.Find(word => Ends(word.Raw, used)) is not { } use
            || words.Exists(word => word.Raw.Contains(lands, StringComparison.Ordinal))
        )
        {
            yield break;
        }

        yield return LikelyFail(
                use.Span,
                $"{subject.Job} uploads {subject.File} to `{lands}`, because scp-action keeps directories, but the server uses `{used}`."
            )
            .Related(subject.Span, "sent here")
            .Remedy(
                $"Set `strip_components: {subject.File.Count(letter => letter == '/')}` for the upload at {subject.Span}, or use {lands} in {use.Span}."
            )
            .Verify(
                $"{TreeCheck.OneGone([use.Span, subject.Span])} || git grep -n strip_components -- {subject.Span.File.Path} || ! git grep -nE {$"target:.*{subject.Target}/?[\"']?$"} -- {subject.Span.File.Path}"
            );
    }

    private static bool Ends(string word, string path) => word == path || word == $"\"{path}\"" || word == $"./{path}";

    /// <summary>An uploaded file of the repository, and the later steps.</summary>
    internal sealed record Upload(string Job, string File, string Target, SourceSpan Span, IReadOnlyList<WorkflowStep> After);
}
