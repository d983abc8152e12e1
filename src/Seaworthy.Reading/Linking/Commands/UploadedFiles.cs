using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Single files of the repository that are sent to another machine and used there: nothing here shows what lies beside them.</summary>
/// <remarks>Source: appleboy/scp-action, README, "source".</remarks>
internal sealed class UploadedFiles
{
    private readonly Dictionary<string, SourceSpan> sent = new(StringComparer.Ordinal);

    public UploadedFiles(Deployment deployment)
    {
        foreach (var written in deployment.Of<AnsibleTasks>().SelectMany(tasks => tasks.Destinations))
        {
            foreach (var path in Ends(written.Value).Where(deployment.Tree.HasFile))
            {
                sent.TryAdd(path, written.Span);
            }
        }

        foreach (var site in deployment.Commands)
        {
            foreach (var copy in site.Known.OfType<FileCommand>().Where(IsUpload))
            {
                Add(site, copy);
            }
        }

        foreach (var step in deployment.Of<Workflow>().SelectMany(workflow => workflow.Jobs).SelectMany(job => job.Steps))
        {
            if (step.Uses?.Name == "appleboy/scp-action" && step.Input("source") is { } source)
            {
                foreach (var path in source.Raw.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    Add("", path.Trim('"', '\''), source.Span);
                }
            }
        }
    }

    // "./app/compose.prod.yml" on the server is compose.prod.yml here, with whatever the play puts beside it.
    private static IEnumerable<string> Ends(string destination)
    {
        for (var at = 0; at >= 0 && at < destination.Length; at = destination.IndexOf('/', at) is >= 0 and var slash ? slash + 1 : -1)
        {
            yield return destination[at..];
        }
    }

    /// <summary>Where a file is sent away; null for one that goes along with everything around it, or stays.</summary>
    public SourceSpan? Find(string path) => sent.TryGetValue(path, out var place) ? place : null;

    // "server:/opt/app/"
    private static bool IsUpload(FileCommand copy) =>
        copy is { Tool: "scp" or "rsync", Writes: [var target] } && target.Raw.Contains(':', StringComparison.Ordinal);

    private void Add(CommandSite site, FileCommand copy)
    {
        foreach (var word in copy.Reads)
        {
            if (site.Variables.DefaultValue(word) is { } path)
            {
                foreach (var directory in site.Directories)
                {
                    Add(directory, path, word.Span);
                }
            }
        }
    }

    private void Add(string directory, string path, SourceSpan place)
    {
        if (RepositoryPath.Join(directory, path) is { Length: > 0 } full)
        {
            sent.TryAdd(full, place);
        }
    }
}
