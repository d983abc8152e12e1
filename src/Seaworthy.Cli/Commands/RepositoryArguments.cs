using System.CommandLine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary>Which repository a command is about: a directory, or a revision of the one it lies in.</summary>
internal sealed class RepositoryArguments
{
    private readonly bool isRemote;
    private readonly bool takesFiles;

    /// <param name="isRemote">Whether it may lie on another machine.</param>
    /// <param name="takesFiles">Whether PATH may name a file, which stands for its repository.</param>
    public RepositoryArguments(bool isRemote = true, bool takesFiles = false)
    {
        this.takesFiles = takesFiles;
        this.isRemote = isRemote;
        Path = new("path")
        {
            Description =
                takesFiles ? "Directory, file, git URL, or owner/name on GitHub. [default: .]"
                : isRemote ? "Directory, git URL, or owner/name on GitHub. [default: .]"
                : "Directory of the repository. [default: .]",
            DefaultValueFactory = _ => ".",
        };
    }

    public Argument<string> Path { get; }

    public Option<string?> Revision { get; } =
        new("--rev") { Description = "Read this branch, tag or commit instead of the files on disk.", HelpName = "revision" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Path);
        command.Options.Add(Revision);
    }

    /// <summary>Somebody wrote which directory is meant.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetResult(Path) is { Tokens.Count: > 0 };

    /// <summary>The files on disk are meant: no revision, no repository elsewhere.</summary>
    public bool IsOnDisk(ParseResult parsed) => parsed.GetValue(Revision) is null && System.IO.Path.Exists(parsed.GetValue(Path) ?? ".");

    /// <summary>The repository, or null when there is none: the reason is then on standard error.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="onStage">Receives what takes long.</param>
    public OpenedRepository? Open(ParseResult parsed, Action<string>? onStage = null)
    {
        var path = parsed.GetValue(Path) ?? ".";
        if (!System.IO.Path.Exists(path) && RemoteAddress.Parse(path) is { } address)
        {
            return isRemote ? Clone(address, parsed.GetValue(Revision), onStage) : Refused(path);
        }

        if (FileIn(parsed) is not null && OwnLink.On(path) is { } link)
        {
            Console.Error.WriteLine(
                Quote.Text($"seaworthy: '{path}' leads through the link '{link}' of a repository: name the file behind it.")
            );
            return null;
        }

        path = DirectoryOf(parsed);
        if (!IsDirectory(path))
        {
            return null;
        }

        Repository? opened = parsed.GetValue(Revision) is { } revision ? AtRevision(path, revision) : new DirectoryRepository(path);
        return opened is null ? null : new OpenedRepository(opened, path);
    }

    /// <summary>What stands before a path within a directory to reach the file from here: as <c>grep</c> writes it.</summary>
    public static string WayTo(string directory) =>
        directory.TrimEnd('/') switch
        {
            "." or "./" => "",
            ['.', '/', .. var below] => below + "/",
            var path => path + "/",
        };

    /// <summary>The directory that PATH names, or that of the repository of the file that it names.</summary>
    public string DirectoryOf(ParseResult parsed)
    {
        var path = parsed.GetValue(Path) ?? ".";
        return NamesFile(path) ? System.IO.Path.GetRelativePath(Environment.CurrentDirectory, TopOf(path)) : path;
    }

    /// <summary>The file that PATH names, from that directory; null when it names none.</summary>
    public string? FileIn(ParseResult parsed)
    {
        var path = parsed.GetValue(Path) ?? ".";
        return NamesFile(path) ? System.IO.Path.GetRelativePath(TopOf(path), System.IO.Path.GetFullPath(path)).Replace('\\', '/') : null;
    }

    private bool NamesFile(string path) => takesFiles && File.Exists(path);

    private static string TopOf(string file)
    {
        var full = System.IO.Path.GetFullPath(file);
        var own = System.IO.Path.GetDirectoryName(full) ?? full;
        return RepositoryTop.Of(own) ?? own;
    }

    private static OpenedRepository? Clone(RemoteAddress address, string? revision, Action<string>? onStage)
    {
        if (revision is not null && address.Revision is not null)
        {
            Console.Error.WriteLine("seaworthy: --rev and @REV name two revisions: leave one out.");
            return null;
        }

        onStage?.Invoke($"cloning {address.Shown}");
        // What is written behind --rev is as dangerous as what is written behind the @.
        var wanted = revision is null ? address : RemoteAddress.Parse($"{address.Url}@{revision}") ?? address;
        return new ClonedRepository().Open(wanted);
    }

    private static OpenedRepository? Refused(string path)
    {
        Console.Error.WriteLine($"seaworthy: '{path}' is no directory; this command needs one, so clone it first.");
        return null;
    }

    /// <summary>Whether there is such a directory: if not, the reason is on standard error.</summary>
    public static bool IsDirectory(string path)
    {
        if (Directory.Exists(path))
        {
            if (OwnLink.On(path) is not { } link)
            {
                return true;
            }

            Console.Error.WriteLine(
                Quote.Text(
                    $"seaworthy: '{path}' leads through the link '{link}' of a repository, which may lead out of it: name the directory behind it."
                )
            );
            return false;
        }

        if (RemoteAddress.Parse(path) is not null && !File.Exists(path))
        {
            return Refused(path) is not null;
        }

        Console.Error.WriteLine(
            File.Exists(path) ? $"seaworthy: '{path}' is a file; name a directory." : $"seaworthy: there is no directory '{path}'."
        );
        return false;
    }

    /// <summary>A revision of the repository in which a directory lies, or null when there is none: the reason is then on standard error.</summary>
    public static GitRevisionRepository? AtRevision(string path, string revision)
    {
        GitRevisionRepository repository = new(path, revision);
        if (repository.Exists)
        {
            return repository;
        }

        repository.Dispose();
        var isRepository =
            RepositoryTop.Of(System.IO.Path.GetFullPath(path)) is not null || File.Exists(System.IO.Path.Combine(path, "HEAD"));
        Console.Error.WriteLine(
            isRepository ? $"seaworthy: unknown revision '{revision}'." : $"seaworthy: '{path}' is in no git repository."
        );
        return null;
    }
}
