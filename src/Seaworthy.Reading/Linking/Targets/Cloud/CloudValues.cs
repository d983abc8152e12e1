using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>What declarations of containers have in common, whichever cloud they are for.</summary>
internal static class CloudValues
{
    /// <summary>A list of objects with a name and a value; without a value it comes from a store of secrets.</summary>
    public static IReadOnlyList<SuppliedVariable> Named(CloudValue? list) =>
        [
            .. (list?.Items ?? [])
                .Where(item => item["name"]?.Known is { Length: > 0 })
                .Select(item => Variable(item["name"]?.Known ?? "", item["value"], PlaceOf(item, item["name"]))),
        ];

    /// <summary>An object whose keys are the names.</summary>
    public static IReadOnlyList<SuppliedVariable> Keyed(CloudValue? map) =>
        [.. ((map as CloudValue.Map)?.Entries ?? []).Select(entry => Variable(entry.Key, entry.Value, entry.Span))];

    public static PortBinding Binding(int port, string origin, SourceSpan span, bool isInformational = false) =>
        new(null, port, null, "tcp", origin, span) { IsInformational = isInformational };

    /// <summary>A block <c>http_get</c> or <c>tcp_socket</c> of Cloud Run or Kubernetes.</summary>
    public static Probe? Probe(CloudValue? probe, string origin, int? port) =>
        probe?["http_get"] is { } http
            ? new Probe
            {
                Origin = origin,
                Kind = ProbeKind.Http,
                Span = http["path"]?.Span ?? http.Span,
                Port = http["port"] is { } stated ? stated.Number : port,
                Path = http["path"] is { } path ? path.Known?.Split('?')[0] : "/",
            }
        : probe?["tcp_socket"] is { } tcp
            ? new Probe
            {
                Origin = origin,
                Kind = ProbeKind.Tcp,
                Span = tcp.Span,
                Port = tcp["port"] is { } number ? number.Number : port,
            }
        : null;

    /// <summary>What is put together from another file is where its name is written.</summary>
    private static SourceSpan PlaceOf(CloudValue item, CloudValue? name) =>
        name is null || item.Span.File == name.Span.File ? item.Span : name.Span;

    private static SuppliedVariable Variable(string name, CloudValue? value, SourceSpan span) =>
        new(
            name,
            value switch
            {
                CloudValue.Text { Value: { Text: not "" } known } => known,
                CloudValue.Text { Value.IsKnown: false } text => text.Value,
                _ => Resolved.Unknown($"{name} is set by the platform", span),
            },
            span,
            SupplyOrigin.Platform
        );
}
