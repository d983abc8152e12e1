using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>The class that starts the program and its kind, scheduled work, and code that serves or listens without annotations.</summary>
internal sealed class JvmStartup : FrameworkKnowledge
{
    private static readonly Dictionary<string, string> Annotations = new(StringComparer.Ordinal)
    {
        ["SpringBootApplication"] = "jvm.main",
        ["EnableAutoConfiguration"] = "jvm.main",
        ["QuarkusMain"] = "jvm.main",
        ["EnableScheduling"] = "jvm.scheduled",
        ["RepositoryRestResource"] = "jvm.openRoutes",
        ["ServerEndpoint"] = "jvm.openRoutes",
        ["WebServlet"] = "jvm.openRoutes",
        ["EnableConfigServer"] = "jvm.openRoutes",
        ["EnableEurekaServer"] = "jvm.openRoutes",
        ["EnableZuulProxy"] = "jvm.openRoutes",
        ["EnableAdminServer"] = "jvm.openRoutes",
        ["EnableAuthorizationServer"] = "jvm.openRoutes",
        ["EnableWebSocketMessageBroker"] = "jvm.openRoutes",
    };

    private static readonly Dictionary<string, string> Calls = new(StringComparer.Ordinal)
    {
        ["addEndpoint"] = "jvm.openRoutes",
        ["addHandler"] = "jvm.openRoutes",
        ["addResourceHandler"] = "jvm.openRoutes",
        ["ServletRegistrationBean"] = "jvm.openRoutes",
        ["formLogin"] = "jvm.login",
        ["oauth2Login"] = "jvm.login",
        ["setPort"] = "jvm.port",
        ["setDefaultProperties"] = "jvm.port",
    };

    public override void Read(CodeReading reading)
    {
        foreach (var annotation in reading.Syntax.Decorators)
        {
            if (Annotations.TryGetValue(annotation.Name, out var setting))
            {
                Say(reading, setting, Framework(annotation.Name), annotation.Span);
            }
            else if (annotation.Name == "CrossOrigin" && (annotation.Named("origins") ?? annotation.Positional(0)) is { } origins)
            {
                CorsList.Origins.Add(reading, origins.Value, scope: null);
            }
        }

        foreach (var call in reading.Syntax.Calls)
        {
            Take(reading, call);
        }

        // Kotlin: "allowedMethods = listOf("GET")".
        foreach (var set in reading.Syntax.Assignments.Where(set => set.Name.Split('.')[^1] == "allowedMethods"))
        {
            CorsList.Methods.Add(reading, set.Value, set.Scope);
        }

        // Routes as functions are followed as far as nobody can tell whether all were found.
        if (
            reading.Imported(
                "org.springframework.web.reactive.function.server",
                "org.springframework.web.servlet.function",
                "org.springframework.graphql"
            )
        )
        {
            var import = reading.Imports[0];
            Say(reading, "jvm.openRoutes", import.Module, import.Span);
        }
    }

    private static string Framework(string annotation) => annotation.StartsWith("Quarkus", StringComparison.Ordinal) ? "quarkus" : "spring";

    private static void Take(CodeReading reading, CodeCall call)
    {
        if (call.Path is "Micronaut.run" or "Micronaut.build")
        {
            Say(reading, "jvm.main", "micronaut", call.Span);
        }
        else if (call.Path is "SpringApplication.run" || call.Name is "SpringApplicationBuilder" or "runApplication")
        {
            Say(reading, "jvm.main", "spring", call.Span);
        }
        else if (call.Name is "allowedMethods" or "setAllowedMethods" or "addAllowedMethod")
        {
            CorsList.Methods.Add(reading, call);
        }
        else if (call.Name is "allowedOrigins" or "setAllowedOrigins" or "addAllowedOrigin")
        {
            CorsList.Origins.Add(reading, call);
        }
        else if (call.Name is "allowedOriginPatterns" or "setAllowedOriginPatterns" or "addAllowedOriginPattern")
        {
            reading.AddSetting("cors.originPattern", call.Positional(0), call.Scope);
        }
        else if (call.Name == "addViewController" && call.Positional(0) is { } path)
        {
            reading.Routes.Add(new Route(null, "GET", reading.Value(path.Value, call.Scope), "spring", call.Span));
        }
        else if (call.Name == "setPort" && !reading.Imported("org.springframework.boot.web", "org.apache.catalina", "jakarta.servlet"))
        {
            // A mail server's, a client's.
            return;
        }
        else if (Calls.TryGetValue(call.Name, out var setting) && (call.Arguments.Count > 0 || setting == "jvm.login"))
        {
            Say(reading, setting, call.Name, call.Span);
        }
    }

    private static void Say(CodeReading reading, string name, string word, Model.Source.SourceSpan span) =>
        reading.Settings.Add(new FrameworkSetting(name, new CodeValue.Literal(word, span), span));
}
