using System.Diagnostics;
using System.Globalization;
using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>The tree of one revision, read out of git's objects without a checkout, through one <c>git cat-file --batch</c>.</summary>
public sealed class GitRevisionRepository : Repository
{
    private const int LongestHeader = 200;

    private readonly string directory;
    private readonly string revision;
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> objects = new(StringComparer.Ordinal);
    private Process? reader;

    /// <param name="directory">In the repository; a subdirectory confines the audit to it. May be a bare repository.</param>
    public GitRevisionRepository(string directory, string revision)
    {
        this.directory = Path.GetFullPath(directory);
        this.revision = revision;
    }

    /// <summary>Its name, as it was given.</summary>
    public string Revision => revision;

    /// <summary>Whether the revision names a tree of this repository.</summary>
    public bool Exists =>
        revision.Length > 0
        && revision[0] != '-'
        && GitProcess.Output(directory, "rev-parse", "--quiet", "--verify", revision + "^{tree}") is not null;

    public override RepositoryListing List()
    {
        if (!Exists)
        {
            return Nothing($"Git knows no revision '{revision}' here.");
        }

        if (GitProcess.Output(directory, "ls-tree", "-r", "-l", "-z", revision) is not { } output)
        {
            return Nothing($"Git could not list the files of revision '{revision}' in 10 seconds and 64 MB.");
        }

        List<RepositoryFile> files = [];
        List<IgnoreRule> rules = [];
        var entries = GitEntry.ParseTree(output);
        var git = GitDirectory.Find(directory);
        if (git?.InPlace(entries) is { } other)
        {
            return Nothing(
                $"In revision '{revision}', '{other.Path}' is {(other.IsSubmodule ? "a submodule" : other.IsSymbolicLink ? "a link" : "a file")}; its contents were not read."
            );
        }

        foreach (var entry in git?.Below(entries) ?? entries)
        {
            objects[entry.Path] = entry.ObjectId;
            var file = Describe(entry);
            files.Add(file);
            if (
                file.Path.Split('/')[^1] == IgnoreFile.Name
                && file is { IsReadable: true, Size: < MaximumSize }
                && TextDecoder.DecodeLines(ReadBytes(file)) is { } text
            )
            {
                SourceFile source = new(file.Path, text);
                rules.AddRange(IgnoreFile.Parse(source, source.Directory));
            }
        }

        return new RepositoryListing(new RepositoryTree(GitModules.Mark(files, Modules(files)), rules), [])
        {
            Identity = git is null ? null : GitIdentity.Of(git, Commit(), branch: null),
        };
    }

    /// <summary>The commit that the revision names; null for a tree without one.</summary>
    private string? Commit() =>
        GitProcess.Output(directory, "rev-parse", "--quiet", "--verify", revision + "^{commit}") is { } hash
            ? GitIdentity.Commit(Encoding.ASCII.GetString(hash).Trim())
            : null;

    private static RepositoryListing Nothing(string why) =>
        new(new RepositoryTree([]), [new Diagnostic(DiagnosticKind.FileUnreadable, why)]);

    protected override byte[] ReadBytes(RepositoryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        lock (gate)
        {
            reader ??= GitProcess.Start(directory, ["cat-file", "--batch"]) ?? throw new IOException("git cannot be started");
            using var limit = GitProcess.Limit(reader);
            reader.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(objects[file.Path] + "\n"));
            reader.StandardInput.BaseStream.Flush();
            return ReadObject(reader);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && reader is not null)
        {
            Close(reader);
            reader = null;
        }

        base.Dispose(disposing);
    }

    private string? Modules(List<RepositoryFile> files) =>
        files.Find(file => file is { Path: GitModules.Name, IsReadable: true, Size: < MaximumSize }) is { } file
            ? TextDecoder.Decode(ReadBytes(file))
            : null;

    private RepositoryFile Describe(GitEntry entry)
    {
        RepositoryFile file = new(entry.Path, FileStatus.Tracked, entry.Size, entry.IsExecutable, entry.IsSymbolicLink)
        {
            IsSubmodule = entry.IsSubmodule,
            IsCommitted = true,
        };
        return entry is { IsSymbolicLink: true, Size: < 4096 }
            ? file with
            {
                LinkTarget = LinkPath.Resolve(entry.Path, Encoding.UTF8.GetString(ReadBytes(file))),
            }
            : file;
    }

    private static void Close(Process reader)
    {
        try
        {
            reader.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was ended because it took too long.
        }

        reader.Dispose();
    }

    // "<object> <type> <size>", a line break, the content, a line break; for an object that is not there "<object> missing".
    private static byte[] ReadObject(Process reader)
    {
        var stream = reader.StandardOutput.BaseStream;
        List<byte> header = [];
        for (var next = stream.ReadByte(); next != '\n'; next = stream.ReadByte())
        {
            header.Add(next >= 0 && header.Count < LongestHeader ? (byte)next : throw new IOException("git cat-file ended"));
        }

        var words = Encoding.ASCII.GetString([.. header]).Split(' ');
        if (words.Length != 3)
        {
            throw new IOException("git does not have the object");
        }

        if (!long.TryParse(words[2], CultureInfo.InvariantCulture, out var size) || size > MaximumSize)
        {
            // What follows is not read, so nothing more can be asked.
            GitProcess.Kill(reader);
            throw new IOException("git's object differs from its tree");
        }

        var content = new byte[size];
        stream.ReadExactly(content);
        stream.ReadByte();
        return content;
    }
}
