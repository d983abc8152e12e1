using System.Globalization;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;

namespace Seaworthy.Reading.Linking.Targets.Compose;

/// <summary>The ports that a compose service publishes or opens. Ranges and computed ports are left out: nothing can be said of them.</summary>
internal static class ComposePorts
{
    public static IEnumerable<PortBinding> Of(ComposeStack stack, ComposeService service)
    {
        foreach (var port in service.Ports)
        {
            var inside = port.Target is null ? null : stack.Resolve(port.Target);
            if (Number(inside) is not { } container)
            {
                continue;
            }

            var outside = port.Published is null ? null : stack.Resolve(port.Published);
            List<SourceSpan> chain = [.. inside?.Chain ?? [], .. outside?.Chain ?? []];
            yield return new PortBinding(
                Number(outside),
                container,
                stack.Text(port.HostIp),
                port.IsUdp ? "udp" : "tcp",
                "compose publishes",
                port.Span
            )
            {
                PublishedAs = Number(outside) is null && IsSet(port.Published) ? port.Published?.Raw : null,
                IsPickedByHost = port is { Published: null, Text: null or { Literal: not null } },
                Chain = [.. chain.Where(span => span.File != port.Span.File || span.StartLine != port.Span.StartLine)],
            };
        }

        foreach (var expose in service.Expose)
        {
            if (expose.Ports is { IsSingle: true, First: var port })
            {
                yield return new PortBinding(null, port, null, "tcp", "compose exposes", expose.Span) { IsInformational = true };
            }
        }
    }

    // Without a value the host picks a port.
    private static bool IsSet(Template? published) =>
        published?.Variables.Any() is true && published.Variables.All(part => part.HasDefault || part.IsRequired);

    private static int? Number(Resolved? value) =>
        int.TryParse(value?.Text?.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
