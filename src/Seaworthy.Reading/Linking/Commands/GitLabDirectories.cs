using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Pipelines;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Where the script of a job of GitLab begins: one shell runs <c>before_script</c> first, which a template or the defaults may give it, and which may change the directory.</summary>
/// <remarks>Source: GitLab Docs, "CI/CD YAML syntax reference", before_script and extends.</remarks>
internal sealed class GitLabDirectories
{
    private readonly GitLabPipeline pipeline;
    private readonly GitLabTemplates<IReadOnlyList<ShellCommand>> before;

    public GitLabDirectories(GitLabPipeline pipeline)
    {
        this.pipeline = pipeline;
        var jobs = pipeline.Jobs.ToLookup(job => job.Name, StringComparer.Ordinal);
        before = new(name => jobs[name].FirstOrDefault(), job => job.BeforeScript);
    }

    /// <summary>From the root; null when the directory is computed.</summary>
    public string? Of(GitLabJob job)
    {
        // Its own is in one text with the script, where the reader follows it.
        if (job.BeforeScript is not null)
        {
            return "";
        }

        return
            (before.Inherited(job) ?? pipeline.Default?.BeforeScript)?.LastOrDefault(command => command.Program is "cd" or "pushd")
                is { } last
            ? last is { Directory: { } around, Words: [_, { Literal: { } target }] }
                ? RepositoryPath.Join(around, target)
                : null
            : "";
    }
}
