using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Numbers and names of ports that the API server refuses.</summary>
/// <remarks>
/// Source: Kubernetes, pkg/apis/core/validation, ValidatePortNumOrName and IsValidPortNum (1 to 65535), IsValidPortName (IANA_SVC_NAME, with a letter in it);
/// Kubernetes documentation, "Service", Choosing your own port (30000 to 32767 unless the cluster says otherwise).
/// </remarks>
internal static partial class PortCheck
{
    private const int Highest = 65535;
    private const int LowestNodePort = 30000;
    private const int HighestNodePort = 32767;
    private const int LongestName = 15;

    public static IEnumerable<Problem> Problems(Node node) =>
        node["kind"]?.Text == "Service" && node["apiVersion"]?.Text == "v1"
            ? OfService(node)
            : PodNodes.Containers(PodNodes.Template(node)).SelectMany(OfContainer);

    private static IEnumerable<Problem> OfService(Node node) =>
        (node.At("spec", "ports")?.Items ?? [])
            .SelectMany<Node, Problem?>(port =>
                [Number(port, "port", 1), Target(port, "targetPort", 0), Number(port, "nodePort", 0) ?? NodePort(port)]
            )
            .OfType<Problem>();

    private static IEnumerable<Problem> OfContainer(Node container) =>
        (container["ports"]?.Items ?? [])
            .SelectMany<Node, Problem?>(port => [Number(port, "containerPort", 1), Number(port, "hostPort", 0)])
            .Concat(Probes(container).Select(address => Target(address, "port", 1)))
            .OfType<Problem>();

    private static IEnumerable<Node> Probes(Node container) =>
        from probe in (string[])["livenessProbe", "readinessProbe", "startupProbe"]
        from kind in (string[])["httpGet", "tcpSocket", "grpc"]
        let address = container.At(probe, kind)
        where address is not null
        select address;

    private static Problem? Number(Node holder, string key, int lowest) =>
        holder[key] is ScalarNode { IsQuoted: false } port && Integer(port) is { } number && (number < lowest || number > Highest)
            ? Refused(port, $"'{key}' is {port.Value}; a port is a number from 1 to {Highest}")
            : null;

    private static Problem? NodePort(Node port) =>
        port["nodePort"] is ScalarNode { IsQuoted: false } written && Integer(written) is > 0 and (< LowestNodePort or > HighestNodePort)
            ? new Problem(
                ProblemKind.Tolerated,
                $"'nodePort' is {written.Value}, outside {LowestNodePort} to {HighestNodePort}; a cluster with the usual node port range rejects the Service",
                written.Span
            )
            {
                Remedy = $"Use a port from {LowestNodePort} to {HighestNodePort}, or remove 'nodePort', so that the cluster chooses one",
            }
            : null;

    /// <summary>A number, or the name of a container's port; a number in quotes is a name, and no valid one. A <c>targetPort</c> of 0 becomes the port of the Service.</summary>
    private static Problem? Target(Node holder, string key, int lowest) =>
        holder[key] is not ScalarNode { IsNull: false } port ? null
        : !port.IsQuoted && Integer(port) is not null ? Number(holder, key, lowest)
        : port.Value.Length > 0 && port.Value.All(char.IsAsciiDigit)
            ? Refused(port, $"'{key}' is the text \"{port.Value}\": a text is a port's name, which needs a letter") with
            {
                Remedy = $"Remove the quotes: `{key}: {port.Value}`",
            }
        : IsWritten(port.Value) && (!Name().IsMatch(port.Value) || port.Value.Length > LongestName)
            ? Refused(
                port,
                $"'{key}' is '{port.Value}'; a port's name consists of at most {LongestName} lower-case letters, digits and '-'"
            )
        : null;

    private static Problem Refused(ScalarNode port, string why) => new(ProblemKind.InvalidValue, why, port.Span);

    private static long? Integer(ScalarNode port) =>
        long.TryParse(port.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Not a hole that a script fills: <c>${PORT}</c>, <c>__PORT__</c>, <c>APPPORT</c>.</summary>
    private static bool IsWritten(string text) => Plain().IsMatch(text) && text.Any(char.IsAsciiLetterLower);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9._-]*$")]
    private static partial Regex Plain();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex Name();
}
