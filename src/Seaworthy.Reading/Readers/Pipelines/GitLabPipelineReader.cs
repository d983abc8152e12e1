using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Workflows;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads <c>.gitlab-ci.yml</c> and the files that it includes from the usual places.</summary>
/// <remarks>Source: GitLab Docs, "CI/CD YAML syntax reference".</remarks>
internal sealed class GitLabPipelineReader : Reader
{
    private static readonly HashSet<string> GlobalKeys = new(StringComparer.Ordinal)
    {
        "default",
        "include",
        "stages",
        "variables",
        "workflow",
        "spec",
        "image",
        "services",
        "cache",
        "before_script",
        "after_script",
        "types",
    };

    public override bool Accepts(string path) =>
        path.EndsWith(".gitlab-ci.yml", StringComparison.Ordinal)
        || path.EndsWith(".gitlab-ci.yaml", StringComparison.Ordinal)
        || (
            (path.StartsWith(".gitlab/ci/", StringComparison.Ordinal) || path.StartsWith(".gitlab-ci/", StringComparison.Ordinal))
            && path.EndsWith(".yml", StringComparison.Ordinal)
        );

    public override Artifact? Read(FileSyntax file)
    {
        // A header document (spec:) may stand before the pipeline itself.
        if (file.Yaml.Documents.LastOrDefault() is not MappingNode root)
        {
            return file.Yaml.Problems.Count > 0 ? new GitLabPipeline(file.File) { Problems = file.Yaml.Problems } : null;
        }

        var pipeline = Pipeline(file.File, root);
        List<Problem> problems = [.. file.Yaml.Problems];
        if (problems.Count == 0)
        {
            GitLabChecks.Check(pipeline, problems);
        }

        return pipeline with
        {
            Problems = problems,
        };
    }

    private static GitLabPipeline Pipeline(SourceFile file, MappingNode root) =>
        new(file)
        {
            Stages = root["stages"].Texts() ?? [],
            Variables = GitLabJobReader.Variables(root["variables"]),
            Includes = GitLabIncludes.Read(root["include"]),
            ChoosesPipelines = root["workflow"] is not null,
            Default = Default(root),
            Jobs =
            [
                .. root.Entries.Where(entry => !GlobalKeys.Contains(entry.Key) && entry.Value is MappingNode).Select(GitLabJobReader.Read),
            ],
        };

    // Before "default" existed, the same keywords stood at the top.
    private static GitLabJob? Default(MappingNode root)
    {
        if (root.Find("default") is { Value: MappingNode } entry)
        {
            return GitLabJobReader.Read(entry);
        }

        var first = root.Entries.FirstOrDefault(entry => entry.Key is "image" or "services" or "before_script" or "after_script");
        return first is null ? null : GitLabJobReader.Read(new NodeEntry("default", root, first.KeySpan)) with { Variables = [] };
    }
}
