using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>Routes of controllers: <c>[Route("api/[controller]")]</c> on the class, <c>[HttpGet("{id}")]</c> on its methods.</summary>
/// <remarks>Source: Microsoft Learn, "Routing to controller actions in ASP.NET Core", sections "Attribute routing" and "Token replacement".</remarks>
internal sealed class ControllerRoutes : FrameworkKnowledge
{
    private const string Framework = "aspnetcore";

    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["HttpGet"] = "GET",
        ["HttpPost"] = "POST",
        ["HttpPut"] = "PUT",
        ["HttpPatch"] = "PATCH",
        ["HttpDelete"] = "DELETE",
        ["HttpHead"] = "HEAD",
        ["HttpOptions"] = "OPTIONS",
    };

    public override void Read(CodeReading reading)
    {
        var methods = reading.Syntax.Functions.Where(function => function.Decorators.Count > 0).ToLookup(function => function.Parent);
        foreach (var controller in reading.Syntax.Classes)
        {
            var prefix = controller.Decorators.FirstOrDefault(decorator => decorator.Name == "Route");
            var isController =
                controller.Name.EndsWith("Controller", StringComparison.Ordinal)
                || controller.Decorators.Any(decorator => decorator.Name == "ApiController");
            if (isController && (prefix is not null || methods[controller].Any(HasVerb)))
            {
                Add(reading, controller, prefix, methods[controller]);
            }
        }
    }

    private static bool HasVerb(CodeFunction function) => function.Decorators.Any(decorator => Verbs.ContainsKey(decorator.Name));

    private static void Add(CodeReading reading, CodeClass controller, CodeDecorator? prefix, IEnumerable<CodeFunction> methods)
    {
        var value = prefix?.Positional(0) is { } template ? Template(reading, template, controller, null) : null;
        reading.Routers.Add(new Router(controller.Name, value, true, Framework, controller.Span) { IsExported = true });
        foreach (var method in methods)
        {
            var route = method.Decorators.FirstOrDefault(decorator => decorator.Name == "Route");
            foreach (var verb in method.Decorators.Where(decorator => Verbs.ContainsKey(decorator.Name)))
            {
                AddAction(reading, controller, method, verb, verb.Positional(0) ?? route?.Positional(0));
            }

            if (route is not null && !HasVerb(method))
            {
                AddAction(reading, controller, method, route, route.Positional(0));
            }
        }
    }

    private static void AddAction(
        CodeReading reading,
        CodeClass controller,
        CodeFunction method,
        CodeDecorator verb,
        CodeArgument? template
    )
    {
        var path = template is null ? new CodeValue.Literal("", verb.Span) : Template(reading, template, controller, method);

        // A template that begins with a slash leaves the controller's own aside.
        var isAbsolute = path is CodeValue.Literal { Text: ['/', ..] or ['~', ..] };
        if (isAbsolute && path is CodeValue.Literal literal)
        {
            path = literal with { Text = literal.Text.TrimStart('~') };
        }

        reading.Routes.Add(
            new Route(isAbsolute ? null : controller.Name, Verbs.GetValueOrDefault(verb.Name, "*"), path, Framework, verb.Span)
            {
                Handler = $"{controller.Name}.{method.Name}",
            }
        );
    }

    private static CodeValue Template(CodeReading reading, CodeArgument template, CodeClass controller, CodeFunction? method)
    {
        var value = reading.Value(template.Value);
        return value is CodeValue.Literal literal ? literal with { Text = Replaced(literal.Text, controller, method) }
            : value is CodeValue.Concatenation all
                ? all with
                {
                    Parts =
                    [
                        .. all.Parts.Select(part =>
                            part is CodeValue.Literal text ? text with { Text = Replaced(text.Text, controller, method) } : part
                        ),
                    ],
                }
            : value;
    }

    private static string Replaced(string template, CodeClass controller, CodeFunction? method)
    {
        var name = controller.Name.EndsWith("Controller", StringComparison.Ordinal)
            ? controller.Name[..^"Controller".Length]
            : controller.Name;
        var action =
            method is null ? "[action]"
            : method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^"Async".Length]
            : method.Name;
        return template
            .Replace("[controller]", name, StringComparison.OrdinalIgnoreCase)
            .Replace("[action]", action, StringComparison.OrdinalIgnoreCase);
    }
}
