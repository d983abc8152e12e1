using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>A repository in memory, for tests and for the examples of rule pages. Whatever no <c>.gitignore</c> in it names is tracked.</summary>
public sealed class MemoryRepository : Repository
{
    private readonly Dictionary<string, MemoryFile> files = new(StringComparer.Ordinal);

    public MemoryRepository(IEnumerable<MemoryFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            this.files[file.Path] = file;
        }
    }

    public override RepositoryListing List()
    {
        List<IgnoreRule> rules = [];
        foreach (
            var file in files
                .Values.Where(file => file.Path.Split('/')[^1] == IgnoreFile.Name)
                .OrderBy(file => file.Path, StringComparer.Ordinal)
        )
        {
            SourceFile source = new(file.Path, file.Text);
            rules.AddRange(IgnoreFile.Parse(source, source.Directory));
        }

        IgnoreRuleSet ignoring = new();
        ignoring.Add(rules);
        var described = files.Values.Select(file => Describe(file, ignoring)).ToList();
        return new RepositoryListing(
            new RepositoryTree(GitModules.Mark(described, files.GetValueOrDefault(GitModules.Name)?.Text), rules),
            []
        );
    }

    protected override byte[] ReadBytes(RepositoryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Encoding.UTF8.GetBytes(files[file.Path].Text);
    }

    private static RepositoryFile Describe(MemoryFile file, IgnoreRuleSet ignoring)
    {
        var status = file.Status ?? (ignoring.Find(file.Path, isDirectory: false) is null ? FileStatus.Tracked : FileStatus.Ignored);
        var size = Encoding.UTF8.GetByteCount(file.Text);
        return new RepositoryFile(file.Path, status, size, file.IsExecutable, file.LinkTarget is not null)
        {
            LinkTarget = file.LinkTarget,
            IsSubmodule = file.IsSubmodule,
        };
    }
}
