using System.CommandLine;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy secrets</c>: values that the repository keeps encrypted, or another program keeps.</summary>
internal static class SecretsCommand
{
    public const string Lesson = """
        Values lie encrypted in .seaworthy/secrets.json (with --env staging: secrets.staging.json), which is to be committed. The key
        lies outside the repository: in a file for its owner alone, in SEAWORTHY_SECRETS_KEY, or where --key-command gets it.
        'deploy' gives a secret to the services whose Compose file asks for it: environment: ["NAME"], "${NAME}", or
        secrets: { NAME: { environment: NAME } } for a file. The environment goes before secrets, and secrets before .env.

        Examples:
          openssl rand -hex 32 | seaworthy secrets set SESSION_SECRET
          seaworthy secrets set DB_PASSWORD --env staging       asks for the value
          seaworthy secrets import .env.production              all of a dotenv file
          seaworthy secrets check                               what is missing, unused, a placeholder
          seaworthy secrets rotate                              a new key; the old one opens the file until 'rotate --finish'

        Exit codes:
          0  done; for 'check': nothing is missing
          1  'check': a secret is missing or a placeholder
          2  the command line is wrong, or there is no such secret
          3  the file, the key or the provider cannot be read
        """;

    private static readonly DeployArguments Arguments = new();

    private static readonly SecretsArguments Secrets = new();

    private static readonly Option<bool> Exact = new("--exact") { Description = "Keep the line break at the end of the value." };

    private static readonly Option<bool> Finish = new("--finish") { Description = "Accept the old key no more." };

    private static readonly Option<string?> NewKeyFile = new("--new-key-file")
    {
        Description = "Write the new key to this file instead of beside the old one.",
        HelpName = "file",
    };

    public static Command Create() =>
        new("secrets", "Keep the secrets of deployments: encrypted in the repository, or in another program.")
        {
            OfName("set", "Set a secret, from standard input or typed where nobody sees it.", Set, Exact),
            OfName("get", "Print a secret. The ledger keeps that it was read.", SecretValueVerbs.Get),
            Verb("list", "List names and when each was set, no values.", SecretValueVerbs.List),
            OfName("remove", "Remove a secret.", SecretValueVerbs.Remove),
            Import(),
            Verb("rotate", "Encrypt all again for a new key.", Rotate, Finish, NewKeyFile),
            Check(),
        };

    private static int Set(OpenedSecrets opened, string name) => SecretValueVerbs.Set(opened, name, opened.Parsed.GetValue(Exact));

    private static int Rotate(OpenedSecrets opened) =>
        opened.Parsed.GetValue(Finish) ? SecretRotation.Finish(opened) : SecretRotation.Begin(opened, opened.Parsed.GetValue(NewKeyFile));

    private static Command OfName(string verb, string description, Func<OpenedSecrets, string, int> act, params IEnumerable<Option> options)
    {
        Argument<string> name = new("name") { Description = "Name of the secret: letters, digits and '_'." };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && SecretName.Fault(text) is { } fault)
            {
                result.AddError($"{fault[..1].ToUpperInvariant()}{fault[1..]}.");
            }
        });
        return With(verb, description, name, opened => act(opened, opened.Parsed.GetValue(name) ?? ""), options);
    }

    private static Command Import()
    {
        Argument<string> file = new("file") { Description = "Dotenv file." };
        return With(
            "import",
            "Set all variables of a dotenv file.",
            file,
            opened => SecretValueVerbs.Import(opened, opened.Parsed.GetValue(file) ?? ""),
            []
        );
    }

    private static Command Check()
    {
        Command command = new("check", "Compare the secrets with what the Compose file and the code ask for.");
        Add(command, []);
        command.SetAction(parsed => Guarded(() => SecretsCheck.Run(parsed, Arguments, Secrets)));
        return command;
    }

    private static Command Verb(string verb, string description, Func<OpenedSecrets, int> act, params IEnumerable<Option> options) =>
        With(verb, description, argument: null, act, options);

    private static Command With(
        string verb,
        string description,
        Argument<string>? argument,
        Func<OpenedSecrets, int> act,
        IEnumerable<Option> options
    )
    {
        Command command = new(verb, description);
        if (argument is not null)
        {
            command.Arguments.Add(argument);
        }

        Add(command, options);
        command.SetAction(parsed => Guarded(() => Open(parsed) is { } opened ? act(opened) : ExitCode.Usage));
        return command;
    }

    private static void Add(Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        Arguments.AddTo(command, hasHosts: false);
        Secrets.AddTo(command);
    }

    private static OpenedSecrets? Open(ParseResult parsed)
    {
        using var opened = Arguments.Open(parsed);
        return opened is null ? null : new OpenedSecrets(parsed, Arguments, Secrets, opened.Root, Arguments.ProjectName(parsed, opened));
    }

    /// <summary>The reason is on standard error, and holds no value.</summary>
    private static int Guarded(Func<int> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is SecretsException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"seaworthy: {exception.Message.TrimEnd('.')}.");
            return ExitCode.Incomplete;
        }
    }
}
