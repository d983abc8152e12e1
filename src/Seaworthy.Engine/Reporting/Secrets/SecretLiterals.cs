using System.Text;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>Every literal of a repository that a report is to hide wherever it stands: what readers hold for a secret, what lines show to be one, and what is given to variables whose names promise one.</summary>
internal static class SecretLiterals
{
    public static HashSet<string> Of(Deployment deployment)
    {
        LiteralWorth worth = new(deployment);
        var files = deployment
            .Artifacts.Select(artifact => artifact.File)
            .Distinct<SourceFile>(ReferenceEqualityComparer.Instance)
            .ToList();
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (var literals in files.AsParallel().AsOrdered().Select(file => SecretLines.In(file).Where(worth.IsHidden).ToList()))
        {
            found.UnionWith(literals.Select(literal => literal.Value));
        }

        found.UnionWith(Held(deployment).Where(LiteralWorth.IsLong));
        found.UnionWith(
            Variables(deployment)
                .Where(pair => SecretWords.Hide(pair.Name, pair.Value))
                .SelectMany(pair => Spellings(pair.Value).Select(value => SecretLiteral.Given(pair.Name, value)))
                .Where(worth.IsHidden)
                .Select(literal => literal.Value)
        );
        found.UnionWith(found.SelectMany(Encoded).Where(LiteralWorth.IsLong).ToList());
        return found;
    }

    /// <summary>As the same secret stands in an address, and in a Secret of Kubernetes or a header.</summary>
    private static IEnumerable<string> Encoded(string value)
    {
        if (Uri.EscapeDataString(value) is var escaped && escaped != value)
        {
            yield return escaped;
        }

        // The padding depends on whether a line break follows.
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('=');
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(value + "\n")).TrimEnd('=');
    }

    /// <summary>What a reader found by its looks. A key of several lines is told by its lines (<see cref="PrivateKeys"/>).</summary>
    private static IEnumerable<string> Held(Deployment deployment) =>
        deployment
            .Of<SecretFile>()
            .SelectMany(file => file.Secrets)
            .Where(secret => !secret.IsPlaceholder && !secret.IsHarmless && secret.Masked != "PRIVATE KEY")
            .Select(secret => secret.Span.Text);

    /// <summary>As readers understand them: without the quotation marks, the escapes and the line breaks of a format.</summary>
    private static IEnumerable<NamedValue> Variables(Deployment deployment) =>
        deployment
            .Of<EnvFile>()
            .SelectMany(file => file.Entries)
            .Select(entry => Of(entry.Name.Value, entry.Value))
            .Concat(Composed(deployment))
            .Concat(Pods(deployment))
            .Concat(Built(deployment))
            .Concat(
                deployment
                    .Workloads.SelectMany(workload => workload.Supplied)
                    .Concat(deployment.Images.SelectMany(image => image.Environment))
                    .Select(variable => new NamedValue(variable.Name, variable.Value.Text ?? ""))
            );

    private static IEnumerable<NamedValue> Composed(Deployment deployment) =>
        deployment
            .Of<ComposeFile>()
            .SelectMany(file => file.Services)
            .SelectMany(service => service.Environment.Concat(service.Build?.Args ?? []))
            .Select(variable => Of(variable.Name.Value, variable.Value));

    private static IEnumerable<NamedValue> Pods(Deployment deployment)
    {
        foreach (var one in deployment.Of<KubernetesManifest>().SelectMany(manifest => manifest.Objects))
        {
            switch (one)
            {
                case KubernetesSecret { IsEncrypted: false } secret:
                    // Kubernetes itself calls them secret, whatever their keys are called.
                    foreach (var pair in secret.Data.Concat(secret.StringData))
                    {
                        yield return new NamedValue("SECRET_PASSWORD", pair.Value?.Value ?? "");
                    }

                    break;
                case KubernetesWorkload { Pod: { } pod }:
                    foreach (var variable in pod.Containers.Concat(pod.InitContainers).SelectMany(container => container.Variables))
                    {
                        yield return Of(variable.Name.Value, variable.Value);
                    }

                    break;
            }
        }
    }

    private static IEnumerable<NamedValue> Built(Deployment deployment) =>
        deployment
            .Of<Dockerfile>()
            .SelectMany(dockerfile => dockerfile.GlobalArgs.Concat(dockerfile.Stages.SelectMany(stage => stage.Instructions)))
            .Select(instruction =>
                instruction switch
                {
                    DockerInstruction.Env variable => Of(variable.Name.Value, variable.Value),
                    DockerInstruction.Arg argument => Of(argument.Name.Value, argument.Default),
                    _ => null,
                }
            )
            .OfType<NamedValue>();

    private static NamedValue Of(string name, Template? value) => new(name, value?.Literal ?? "");

    /// <summary>The value itself, and the text that a value in Base64 stands for.</summary>
    private static IEnumerable<string> Spellings(string value)
    {
        if (value.Contains('\n', StringComparison.Ordinal))
        {
            foreach (var line in value.Split('\n'))
            {
                yield return line.Trim();
            }

            yield break;
        }

        yield return value;
        var bytes = new byte[value.Length];
        if (value.Length % 4 == 0 && Convert.TryFromBase64String(value, bytes, out var count) && Ascii.IsValid(bytes.AsSpan(0, count)))
        {
            yield return Encoding.ASCII.GetString(bytes, 0, count).TrimEnd('\n');
        }
    }

    private sealed record NamedValue(string Name, string Value);
}
