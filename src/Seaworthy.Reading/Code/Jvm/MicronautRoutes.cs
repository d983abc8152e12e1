using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>Routes of Micronaut's controllers: <c>@Controller("/offers")</c>, <c>@Get("/{id}")</c>.</summary>
/// <remarks>Source: Micronaut, "HTTP Routing"; paths are URI templates (RFC 6570), of which <c>{?query}</c> is no part of the path.</remarks>
internal sealed class MicronautRoutes : FrameworkKnowledge
{
    private const string Framework = "micronaut";

    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["Get"] = "GET",
        ["Post"] = "POST",
        ["Put"] = "PUT",
        ["Patch"] = "PATCH",
        ["Delete"] = "DELETE",
        ["Head"] = "HEAD",
        ["Options"] = "OPTIONS",
    };

    public override void Read(CodeReading reading)
    {
        if (!reading.Imported("io.micronaut.http.annotation"))
        {
            return;
        }

        foreach (var type in reading.Syntax.Classes)
        {
            if (JvmAnnotations.Named(type.Decorators, "Controller") is { } controller)
            {
                Add(reading, type, controller);
            }
        }
    }

    private static void Add(CodeReading reading, CodeClass type, CodeDecorator controller)
    {
        var prefix = JvmAnnotations.Values(reading, controller, "value", "uri").FirstOrDefault();
        reading.Routers.Add(new Router(type.Name, prefix, true, Framework, type.Span) { IsExported = true });

        // An interface that both sides share holds the annotations of the methods.
        if (type.Bases.Count > 0)
        {
            reading.Settings.Add(new FrameworkSetting("jvm.openRoutes", new CodeValue.Literal(type.Name, type.Span), type.Span));
        }

        foreach (var method in reading.Syntax.FunctionsIn(type))
        {
            foreach (var verb in method.Decorators.Where(annotation => Verbs.ContainsKey(annotation.Name)))
            {
                var path = JvmAnnotations.Values(reading, verb, "value", "uri").FirstOrDefault();
                reading.Routes.Add(
                    new Route(type.Name, Verbs[verb.Name], Bare(path) ?? new CodeValue.Literal("", verb.Span), Framework, verb.Span)
                    {
                        Handler = $"{type.Name}.{method.Name}",
                    }
                );
            }
        }
    }

    private static CodeValue? Bare(CodeValue? path) =>
        path is CodeValue.Literal { Text: var text } literal && text.IndexOf("{?", StringComparison.Ordinal) is >= 0 and var at
            ? literal with
            {
                Text = text[..at],
            }
            : path;
}
