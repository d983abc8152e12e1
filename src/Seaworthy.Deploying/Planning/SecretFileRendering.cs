using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Planning;

/// <summary>Secrets that a service reads from files, and whose values come from the one who deploys: <c>environment: NAME</c>, or <c>external: true</c> with the name of the secret.</summary>
/// <remarks>Source: the Compose specification, "Secrets top-level element" and "secrets".</remarks>
internal sealed class SecretFileRendering(ComposeStack stack, VariableFilling filling, List<string> problems)
{
    private const string UsualDirectory = "/run/secrets/";

    public static ComposeSecret? Declared(ComposeStack stack, ComposeGrant grant) =>
        stack.Project.Secrets.FirstOrDefault(secret => secret.Name.Value == grant.Source.Value);

    public static string PathOf(ComposeGrant grant, VariableFilling filling)
    {
        var target = filling.Text(grant.Target) ?? grant.Source.Value;
        return target is ['/', ..] ? target : UsualDirectory + target;
    }

    public IEnumerable<SecretFile> Of(ComposeService service)
    {
        foreach (var grant in service.Secrets)
        {
            if (Declared(stack, grant) is { File: null } secret && File(service, grant, secret) is { } file)
            {
                yield return file;
            }
            else if (Declared(stack, grant) is null)
            {
                problems.Add($"{service.Name.Value} gets the secret {grant.Source.Value}, which {stack.Name} does not declare");
            }
        }
    }

    private SecretFile? File(ComposeService service, ComposeGrant grant, ComposeSecret secret)
    {
        var name = service.Name.Value;
        var variable = filling.Text(secret.Environment) ?? filling.Text(secret.ActualName) ?? secret.Name.Value;
        var path = PathOf(grant, filling);
        if (filling.Required(variable) is not { } value)
        {
            return null;
        }

        if (Hides(service, path) is { } hidden)
        {
            problems.Add($"{name} gets a secret as {path}, and {hidden}: give it by 'environment', or as a secret with 'file'");
            return null;
        }

        return filling.Text(grant.Mode) is { } mode
            ? new SecretFile(path, value) { Mode = Octal(mode, name) }
            : new SecretFile(path, value);
    }

    /// <summary>Files are put into the container before it starts: its root must be writable then, and nothing may be mounted over them.</summary>
    private string? Hides(ComposeService service, string path) =>
        service.ReadOnly?.Value is true
            ? "its file system is read-only"
            : service
                .Tmpfs.Select(filling.Text)
                .Concat(
                    service.Volumes.Select(mount =>
                        filling.Text(mount.Target) ?? filling.Text(mount.Text)?.Split(':').ElementAtOrDefault(1)
                    )
                )
                .OfType<string>()
                .Select(target => target.Split(':')[0].TrimEnd('/') + "/")
                .Where(target => target.Length > 1 && path.StartsWith(target, StringComparison.Ordinal))
                .Select(target => $"{target.TrimEnd('/')} is mounted over it")
                .FirstOrDefault();

    /// <summary>YAML reads <c>0440</c> as the number or keeps it as text: both are octal.</summary>
    private UnixFileMode Octal(string mode, string service)
    {
        try
        {
            return (UnixFileMode)(Convert.ToInt32(mode.Replace("0o", "", StringComparison.Ordinal), 8) & 0x1FF);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            problems.Add($"{service} gets a secret with the mode '{mode}', which is no octal number");
            return UnixFileMode.None;
        }
    }
}
