using System.CommandLine;
using Seaworthy.Deploying.Certificates;

namespace Seaworthy.Cli.Deploying;

/// <summary>Certificates and keys for the hosts of a project.</summary>
internal sealed class CertificateArguments
{
    private const UnixFileMode ForOthers = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly Option<string[]> certificates = new("--tls-certificate")
    {
        Description = "PEM file with the certificate of a host, then its issuers. Repeatable.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> keys = new("--tls-key")
    {
        Description = "PEM file with the key of a certificate. Repeatable, in any order.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        command.Options.Add(certificates);
        command.Options.Add(keys);
        command.Validators.Add(result =>
        {
            if (result.GetResult(keys) is { Implicit: false } && result.GetResult(certificates) is not { Implicit: false })
            {
                result.AddError("--tls-key needs --tls-certificate.");
            }
        });
    }

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(certificates) is [_, ..];

    /// <param name="parsed">The command line.</param>
    /// <param name="root">The repository: no key may lie in it.</param>
    public GivenCertificates Read(ParseResult parsed, string root)
    {
        List<string> faults = [];
        var ownKeys = Read(parsed.GetValue(keys) ?? [], root, faults);
        var own = Read(parsed.GetValue(certificates) ?? [], root, faults);
        return faults.Count > 0 ? new GivenCertificates([], faults) : CertificateReading.Read(own, ownKeys, DateTimeOffset.UtcNow);
    }

    private static List<PemFile> Read(IReadOnlyList<string> paths, string root, List<string> faults)
    {
        List<PemFile> files = [];
        foreach (var path in paths)
        {
            try
            {
                // A pipe can be read once: its mode is asked of the open file.
                using FileStream stream = new(path, FileMode.Open, FileAccess.Read);
                using StreamReader reader = new(stream);
                PemFile file = new(path, reader.ReadToEnd());
                if (file.Text.Contains("PRIVATE KEY-----", StringComparison.Ordinal) && KeyFault(stream, path, root) is { } fault)
                {
                    faults.Add(fault);
                }

                files.Add(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                faults.Add($"'{path}' cannot be read: {exception.Message.TrimEnd('.')}");
            }
        }

        return files;
    }

    private static string? KeyFault(FileStream stream, string path, string root) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & ForOthers) != 0
            ? $"everybody can read the key in '{path}': chmod o= '{path}'"
        : IsWithin(path, root)
            ? $"the key in '{path}' lies in the repository: who has a copy of it could pretend to be the host, so move it out"
        : null;

    private static bool IsWithin(string path, string root) =>
        KeyArguments.IsWithin(path, root)
        || (new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target && KeyArguments.IsWithin(target.FullName, root));
}
