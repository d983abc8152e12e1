using System.CommandLine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Source;

namespace Seaworthy.Cli.Commands;

/// <summary>Whose configuration holds for an audit.</summary>
internal sealed class SettingsArguments
{
    private readonly Option<string?> config = new("--config")
    {
        Description = "Use this file instead of the repository's seaworthy.yaml.",
        HelpName = "file",
    };

    private readonly Option<bool> noConfig = new("--no-config") { Description = "Ignore seaworthy.yaml and comments that allow findings." };

    private readonly Option<string?> configFrom = new("--config-from")
    {
        Description = "Take configuration, comments and baseline from this revision, for pull requests.",
        HelpName = "revision",
    };

    private readonly RuleArguments rules = new();

    /// <param name="command">The command.</param>
    /// <param name="withRules">Whether its command line may choose rules: a list of findings that are known is of all.</param>
    public void AddTo(Command command, bool withRules = true)
    {
        if (withRules)
        {
            rules.AddTo(command);
        }

        command.Options.Add(config);
        command.Options.Add(noConfig);
        command.Options.Add(configFrom);
        command.Validators.Add(result =>
        {
            if (result.GetResult(configFrom) is not null && (result.GetResult(config) is not null || result.GetValue(noConfig)))
            {
                result.AddError("--config-from excludes --config and --no-config: name one source of the configuration.");
            }
        });
    }

    /// <summary>Whose word holds, or null when there is no such file or revision: the reason is then on standard error.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">The audited directory.</param>
    /// <param name="otherwise">The tree that speaks unless the command line says otherwise; null for the audited one.</param>
    public SettingsSource? Source(ParseResult parsed, string path, TrustedTree? otherwise = null)
    {
        if (parsed.GetValue(config) is { } file)
        {
            return NamedFiles.Read(file) is { } bytes
                ? new SettingsSource
                {
                    Root = path,
                    File = new SourceFile(NamedFiles.Name(file), Text(bytes)),
                    FileName = file,
                    IsNone = parsed.GetValue(noConfig),
                    Comments = otherwise,
                    Choice = rules.Of(parsed),
                }
                : null;
        }

        if (parsed.GetValue(configFrom) is not { } name)
        {
            return new SettingsSource
            {
                Root = path,
                IsNone = parsed.GetValue(noConfig),
                Trusted = parsed.GetValue(noConfig) ? null : otherwise,
                Comments = otherwise,
                Choice = rules.Of(parsed),
            };
        }

        if (RepositoryArguments.AtRevision(path, name) is not { } revision)
        {
            return null;
        }

        TrustedTree trusted = new(name, revision, revision.List().Tree);
        return new SettingsSource(revision)
        {
            Root = path,
            Trusted = trusted,
            Comments = trusted,
            Choice = rules.Of(parsed),
        };
    }

    /// <summary>The same for a repository whose author nobody answers for: a file that the command line names, or nothing; and never its comments.</summary>
    public SettingsSource? SourceOfForeign(ParseResult parsed, string path)
    {
        if (parsed.GetValue(configFrom) is not null)
        {
            Console.Error.WriteLine("seaworthy: --config-from needs a directory; of a URL, no configuration counts but that of --config.");
            return null;
        }

        return parsed.GetValue(config) is null
            ? new SettingsSource
            {
                Root = path,
                IsNone = true,
                Choice = rules.Of(parsed),
            }
            : Source(parsed, path)?.WithoutComments();
    }

    private static string Text(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
