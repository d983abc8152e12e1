using System.CommandLine;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary>The secrets of a repository and environment, as long as one command works on them. Who reads or changes one is in the ledger, by its name.</summary>
internal sealed class OpenedSecrets
{
    private readonly LedgerFile ledger;

    public OpenedSecrets(ParseResult parsed, DeployArguments arguments, SecretsArguments secrets, string root, string project)
    {
        Parsed = parsed;
        Root = root;
        Environment = arguments.Environment(parsed);
        File = new SecretsFile(root, Environment);
        Source = secrets.Keys.Source(parsed, root);
        Provider = secrets.Provider(parsed);
        Project = project;
        ledger = arguments.Ledger(parsed, new LocalHost(), project);
    }

    public ParseResult Parsed { get; }

    public string Root { get; }

    public string Environment { get; }

    public string Project { get; }

    public SecretsFile File { get; }

    public KeySource Source { get; }

    /// <summary>The program that keeps the secrets; empty when the file does.</summary>
    public IReadOnlyList<string> Provider { get; }

    /// <summary>The file for a change; a new one where there is none, with a new key unless one is given.</summary>
    /// <exception cref="SecretsException">It cannot be opened, or a provider keeps the secrets.</exception>
    public SecretStore OpenToChange()
    {
        RefuseProvider();
        if (File.Read() is not null)
        {
            return File.Open(Source.Ring());
        }

        if (Source.IsGiven)
        {
            return SecretStore.Create(Environment, Source.Ring().Keys[0], Now());
        }

        var key = SecretKey.Create();
        var path = Source.Files.Add(key, About());
        Console.Error.WriteLine($"seaworthy: a new key is in {path}. Keep a copy of it elsewhere: without it nobody can read the secrets.");
        return SecretStore.Create(Environment, key, Now());
    }

    /// <summary>What a key is for, in its file.</summary>
    public string About() => $"secrets of {Project}, since {Now():yyyy-MM-dd}";

    /// <exception cref="SecretsException">A provider keeps the secrets.</exception>
    public void RefuseProvider()
    {
        if (Provider.Count > 0)
        {
            throw new SecretsException($"'{Provider[0]}' keeps the secrets: change them with it");
        }
    }

    /// <summary>The file, for the one who is to commit it.</summary>
    public string Shown() => Path.GetRelativePath(System.Environment.CurrentDirectory, File.Path);

    public void Note(LedgerEvent what, params IEnumerable<string> names) => ledger.Write(what, detail: string.Join(", ", names));

    /// <summary>Whole seconds: what the file says is what a person reads.</summary>
    public static DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
}
