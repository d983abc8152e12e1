using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Running;

/// <summary>Secrets that another program keeps: it is started, and prints them.</summary>
public static class SecretsProvider
{
    /// <param name="command">The program with its arguments, chosen by the one who runs Seaworthy and never by the repository.</param>
    /// <exception cref="SecretsException">It fails, or prints something else.</exception>
    public static SecretValues Ask(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var values =
            ProvidedSecrets.Read(KeySource.Printed(new ProcessRunner(), command))
            ?? throw new SecretsException(
                $"the output of '{command[0]}' is neither an object of JSON with texts nor a dotenv file: see docs/deploying.md for its options"
            );
        return values.Keys.Select(SecretName.Fault).OfType<string>().FirstOrDefault() is { } fault
            ? throw new SecretsException($"'{command[0]}' gives a name that cannot be used: {fault}")
            : new SecretValues(values, $"'{command[0]}'");
    }
}
