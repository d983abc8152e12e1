using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>Requests that interfaces declare: <c>@FeignClient(name = "orders", path = "/api")</c>. Without an address a registry finds the name: <c>lb://orders</c>.</summary>
/// <remarks>Source: Spring Cloud OpenFeign reference, "Declarative REST Client".</remarks>
internal sealed class FeignRequests : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        foreach (var client in reading.Syntax.Classes)
        {
            if (JvmAnnotations.Named(client.Decorators, "FeignClient") is { } annotation && BaseOf(reading, annotation) is { } address)
            {
                var prefix =
                    Path(reading, annotation, "path")
                    ?? (SpringRoutes.MappingOf(client) is { } mapping ? SpringRoutes.PathsOf(reading, mapping)[0] : null);
                var service = NameOf(reading, annotation) is CodeValue.Literal { Text: var name } ? name : null;
                foreach (var method in reading.Syntax.FunctionsIn(client))
                {
                    Add(reading, method, address, prefix, service);
                }
            }
        }
    }

    private static CodeValue? BaseOf(CodeReading reading, CodeDecorator client)
    {
        if (Path(reading, client, "url") is { } url && url is not CodeValue.Literal { Text: "" })
        {
            return WithScheme(url);
        }

        var name = NameOf(reading, client);
        return name is null ? null : new CodeValue.Concatenation([new CodeValue.Literal("lb://", name.Span), name], name.Span);
    }

    private static CodeValue? NameOf(CodeReading reading, CodeDecorator client) =>
        JvmAnnotations.Values(reading, client, "name", "value", "serviceId").FirstOrDefault();

    // "orders:8080" is http.
    private static CodeValue WithScheme(CodeValue url) =>
        url is CodeValue.Literal { Text: var text } && !text.Contains("://", StringComparison.Ordinal)
            ? new CodeValue.Concatenation([new CodeValue.Literal("http://", url.Span), url], url.Span)
            : url;

    private static CodeValue? Path(CodeReading reading, CodeDecorator annotation, string member) =>
        annotation.Named(member) is { } argument ? JvmAnnotations.Value(reading, argument.Value) : null;

    private static void Add(CodeReading reading, CodeFunction method, CodeValue address, CodeValue? prefix, string? service)
    {
        if (SpringRoutes.MappingOf(method) is not { } mapping)
        {
            return;
        }

        var verb = SpringRoutes.MethodsOf(reading, mapping)[0];
        foreach (var path in SpringRoutes.PathsOf(reading, mapping).Take(1))
        {
            List<CodeValue> parts = [address];
            parts.AddRange(prefix is null ? [] : [Slash(prefix), UriTemplates.Of(prefix)]);
            parts.AddRange([Slash(path), UriTemplates.Of(path)]);
            reading.Calls.Add(
                new HttpCall(verb, new CodeValue.Concatenation(parts, mapping.Span), null, mapping.Span)
                {
                    Service = service,
                    Function = method.Name,
                }
            );
        }
    }

    private static CodeValue.Literal Slash(CodeValue before) =>
        new(before is CodeValue.Literal { Text: ['/', ..] or "" } ? "" : "/", before.Span);
}
