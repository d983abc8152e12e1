using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The variables that interpolate a service.</summary>
internal static class ComposeVariables
{
    /// <summary>Those that the project's env files do not set, that no template documents, and that have no default: Compose makes them blank.</summary>
    /// <param name="demanded">What <see cref="Demanded"/> tells of the stack.</param>
    public static IReadOnlyList<Fact<string>> Unset(ComposeStack stack, ComposeService service, IReadOnlySet<string> demanded) =>
        [
            .. Templates(service)
                .Select(template => new { template.Span, Value = stack.Resolve(template) })
                // What the tool demands (`${NAME:?}`) is a safeguard, not a blank.
                .Where(filled => filled.Value.IsKnown)
                .SelectMany(filled => filled.Value.Unset.Select(name => new Fact<string>(name, filled.Span)))
                .Where(unset => !demanded.Contains(unset.Value))
                .DistinctBy(unset => new { unset.Value, unset.Span }),
        ];

    /// <summary>Compose fills in a project whole: what one service demands is set for all, or nothing starts.</summary>
    public static IReadOnlySet<string> Demanded(ComposeStack stack) =>
        stack
            .Project.Services.SelectMany(Templates)
            .SelectMany(template => template.Variables)
            .Where(part => part.IsRequired)
            .Select(part => part.Variable)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Template> Templates(ComposeService service)
    {
        IEnumerable<Template?> all =
        [
            service.Image,
            service.Build?.Context,
            service.Build?.Dockerfile,
            service.Build?.Target,
            service.ContainerName,
            service.Hostname,
            service.Restart,
            service.User,
            service.WorkingDirectory,
            .. Values(service.Build?.Args ?? []),
            .. Values(service.Environment),
            .. Values(service.Labels),
            .. service.EnvFiles.Select(file => file.Path),
            .. service.Ports.SelectMany(Ports),
            .. service.Volumes.SelectMany(Mounts),
            .. service.Command?.Words ?? [],
            .. service.Entrypoint?.Words ?? [],
            .. service.Healthcheck?.Test?.Words ?? [],
        ];
        return all.OfType<Template>();
    }

    private static IEnumerable<Template?> Values(IReadOnlyList<ComposeVariable> variables) => variables.Select(variable => variable.Value);

    private static IEnumerable<Template?> Ports(ComposePort port) =>
        port.Text is { } whole ? [whole] : [port.HostIp, port.Published, port.Target];

    private static IEnumerable<Template?> Mounts(ComposeMount mount) => mount.Text is { } whole ? [whole] : [mount.Source, mount.Target];
}
