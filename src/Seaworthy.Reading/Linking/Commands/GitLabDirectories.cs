using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Where the script of a job of GitLab begins: one shell runs <c>before_script</c> first, which a template or the defaults may give it, and which may change the directory.</summary>
/// <remarks>Source: GitLab Docs, "CI/CD YAML syntax reference", before_script and extends.</remarks>
internal static class GitLabDirectories
{
    /// <summary>From the root; null when the directory is computed.</summary>
    public static string? Of(GitLabPipeline pipeline, GitLabJob job)
    {
        // Its own stands in one text with the script, where the reader follows it.
        if (job.BeforeScript is not null)
        {
            return "";
        }

        return
            (Inherited(pipeline, job, []) ?? pipeline.Default?.BeforeScript)?.LastOrDefault(command => command.Program is "cd" or "pushd")
                is { } last
            ? last is { Directory: { } around, Words: [_, { Literal: { } target }] }
                ? RepositoryPath.Join(around, target)
                : null
            : "";
    }

    private static IReadOnlyList<ShellCommand>? Inherited(GitLabPipeline pipeline, GitLabJob job, HashSet<string> seen) =>
        job
            .Extends.Reverse()
            .Where(parent => seen.Add(parent.Value))
            .Select(parent => pipeline.Jobs.FirstOrDefault(other => other.Name == parent.Value))
            .OfType<GitLabJob>()
            .Select(parent => parent.BeforeScript ?? Inherited(pipeline, parent, seen))
            .FirstOrDefault(before => before is not null);
}
