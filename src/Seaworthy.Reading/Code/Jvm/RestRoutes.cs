using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>Routes of Jakarta REST (JAX-RS): <c>@Path("/fights")</c> on class and method, <c>@GET</c> on the method. Quarkus, Jersey and RESTEasy read them.</summary>
/// <remarks>Source: Jakarta RESTful Web Services specification, chapter 3, "Resources".</remarks>
internal sealed class RestRoutes : FrameworkKnowledge
{
    private const string Framework = "jaxrs";

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
    );

    public override void Read(CodeReading reading)
    {
        if (!reading.Imported("jakarta.ws.rs", "javax.ws.rs"))
        {
            return;
        }

        foreach (var type in reading.Syntax.Classes)
        {
            if (JvmAnnotations.Named(type.Decorators, "ApplicationPath") is { } application)
            {
                Open(reading, type, application);
            }

            if (JvmAnnotations.Named(type.Decorators, "Path") is { } path && !JvmAnnotations.Has(type, "RegisterRestClient"))
            {
                Add(reading, type, path);
            }
            else if (type.Bases.Count > 0 && !JvmAnnotations.Has(type, "Provider") && type.Bases.Any(IsResource))
            {
                // A generator writes the interface that holds the annotations.
                reading.Settings.Add(new FrameworkSetting("jvm.openRoutes", new CodeValue.Literal(type.Name, type.Span), type.Span));
            }
        }
    }

    private static bool IsResource(string name) =>
        name.EndsWith("Api", StringComparison.Ordinal) || name.EndsWith("Resource", StringComparison.Ordinal);

    private static void Add(CodeReading reading, CodeClass type, CodeDecorator path)
    {
        var prefix = JvmAnnotations.Values(reading, path, "value").FirstOrDefault();
        reading.Routers.Add(new Router(type.Name, prefix, true, Framework, type.Span) { IsExported = true });
        foreach (var method in reading.Syntax.FunctionsIn(type))
        {
            var own = JvmAnnotations.Named(method.Decorators, "Path");
            var text = own is null ? null : JvmAnnotations.Values(reading, own, "value").FirstOrDefault();
            foreach (var verb in method.Decorators.Where(annotation => Verbs.Contains(annotation.Name)))
            {
                reading.Routes.Add(
                    new Route(type.Name, verb.Name, text ?? new CodeValue.Literal("", verb.Span), Framework, (own ?? verb).Span)
                    {
                        Handler = $"{type.Name}.{method.Name}",
                    }
                );
            }

            // What a locator gives back serves below its path.
            if (own is not null && text is not null && !method.Decorators.Any(annotation => Verbs.Contains(annotation.Name)))
            {
                reading.Routes.Add(new Route(type.Name, "*", text, Framework, own.Span) { IsPrefix = true });
            }
        }
    }

    private static void Open(CodeReading reading, CodeClass type, CodeDecorator application) =>
        reading.Settings.Add(new FrameworkSetting("jvm.openRoutes", new CodeValue.Literal(type.Name, type.Span), application.Span));
}
