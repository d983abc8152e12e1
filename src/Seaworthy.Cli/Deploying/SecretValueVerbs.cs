using System.Text;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary>The verbs of <c>seaworthy secrets</c> that read or change values.</summary>
internal static class SecretValueVerbs
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static int Set(OpenedSecrets opened, string name, bool isExact)
    {
        opened.RefuseProvider();
        var value = SecretText.Read(name, isExact);
        opened.File.Write(opened.OpenToChange().With(name, Encoding.UTF8.GetBytes(value), OpenedSecrets.Now()));
        opened.Note(LedgerEvent.SecretSet, name);
        Console.Error.WriteLine($"seaworthy: {name} is set in {opened.Shown()}.");
        return ExitCode.Fit;
    }

    /// <summary>The one command that prints a value. The ledger knows of it first.</summary>
    public static int Get(OpenedSecrets opened, string name)
    {
        var value =
            opened.Provider.Count > 0
                ? SecretsProvider.Ask(opened.Provider).Values.GetValueOrDefault(name) is { } provided
                    ? Encoding.UTF8.GetBytes(provided)
                    : null
                : opened.File.Open(opened.Source.Ring()).Find(name);
        if (value is null)
        {
            return Absent(name);
        }

        opened.Note(LedgerEvent.SecretRead, name);
        // The bytes as they are: the usual output takes escapes out of what it prints.
        using var output = Console.OpenStandardOutput();
        output.Write(value);
        if (!Console.IsOutputRedirected)
        {
            output.Write("\n"u8);
        }

        return ExitCode.Fit;
    }

    public static int List(OpenedSecrets opened)
    {
        if (opened.Provider.Count > 0)
        {
            foreach (var name in SecretsProvider.Ask(opened.Provider).Values.Keys.Order(StringComparer.Ordinal))
            {
                Console.Out.WriteLine(name);
            }

            return ExitCode.Fit;
        }

        if (opened.File.Read() is not { } document)
        {
            Console.Error.WriteLine($"seaworthy: there is no {opened.Shown()}: 'seaworthy secrets set NAME' makes it.");
            return ExitCode.Fit;
        }

        foreach (var (name, entry) in document.Secrets.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Console.Out.WriteLine($"{name, -32}  set {ProgressWriter.Time(entry.At)}");
        }

        if (document.Keys.Count > 1)
        {
            Console.Error.WriteLine(
                $"seaworthy: the old key {document.Keys[^1].Id} is accepted until 'seaworthy secrets rotate --finish'."
            );
        }

        return ExitCode.Fit;
    }

    public static int Remove(OpenedSecrets opened, string name)
    {
        opened.RefuseProvider();
        var store = opened.File.Open(opened.Source.Ring());
        if (!store.Names.Contains(name))
        {
            return Absent(name);
        }

        opened.File.Write(store.Without(name));
        opened.Note(LedgerEvent.SecretRemoved, name);
        Console.Error.WriteLine($"seaworthy: {name} is gone from {opened.Shown()}; older commits still hold it, encrypted.");
        return ExitCode.Fit;
    }

    public static int Import(OpenedSecrets opened, string file)
    {
        opened.RefuseProvider();
        if (DeployValues.Read(file) is not { } text)
        {
            Console.Error.WriteLine($"seaworthy: there is no file '{file}'.");
            return ExitCode.Usage;
        }

        var variables = EnvironmentText.Read(text, Nothing).Where(variable => variable.Value.Length > 0).ToList();
        if (variables.Select(variable => SecretName.Fault(variable.Name)).OfType<string>().FirstOrDefault() is { } fault)
        {
            throw new SecretsException($"{file} has a name that cannot be used: {fault}");
        }

        if (variables.Count == 0)
        {
            Console.Error.WriteLine($"seaworthy: '{file}' sets no variable.");
            return ExitCode.Usage;
        }

        var at = OpenedSecrets.Now();
        opened.File.Write(
            variables.Aggregate(
                opened.OpenToChange(),
                (store, variable) => store.With(variable.Name, Encoding.UTF8.GetBytes(variable.Value), at)
            )
        );
        var names = variables.Select(variable => variable.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        opened.Note(LedgerEvent.SecretSet, names);
        Console.Error.WriteLine(
            $"seaworthy: {names.Count} secrets are set in {opened.Shown()}: {string.Join(", ", names)}. Delete '{file}' when you need it no more."
        );
        return ExitCode.Fit;
    }

    private static int Absent(string name)
    {
        Console.Error.WriteLine($"seaworthy: there is no secret {name}; 'seaworthy secrets list' lists them.");
        return ExitCode.Usage;
    }
}
