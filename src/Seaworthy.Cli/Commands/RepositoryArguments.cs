using System.CommandLine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary>Which repository a command is about: a directory, or a revision of the one it lies in.</summary>
internal sealed class RepositoryArguments
{
    public Argument<string> Path { get; } =
        new("path") { Description = "The repository, or a directory in one.", DefaultValueFactory = _ => "." };

    public Option<string?> Revision { get; } =
        new("--rev")
        {
            Description = "Audit this git revision (a branch, tag or commit) instead of the files on disk.",
            HelpName = "revision",
        };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Path);
        command.Options.Add(Revision);
    }

    /// <summary>Somebody wrote which directory is meant.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetResult(Path) is { Tokens.Count: > 0 };

    /// <summary>The repository, or null when there is none: the reason is then on standard error.</summary>
    public Repository? Open(ParseResult parsed)
    {
        var path = parsed.GetValue(Path) ?? ".";
        return !IsDirectory(path) ? null
            : parsed.GetValue(Revision) is { } revision ? AtRevision(path, revision)
            : new DirectoryRepository(path);
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
        Console.Error.WriteLine($"seaworthy: git knows no revision '{revision}' in '{path}'.");
        return null;
    }
}
