using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The lists of methods in the source of components, followed to constants and to what variables fall back to.</summary>
/// <remarks>Sources: Starlette, "CORSMiddleware"; cors, README; django-cors-headers, README; Spring Framework, "CORS"; ASP.NET Core, "Enable CORS"; gin-contrib/cors and rs/cors, README.</remarks>
internal static class CorsAnswers
{
    private static readonly string[] Names = ["cors.methods", "django.CORS_ALLOW_METHODS"];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    private static readonly string[] Pages =
    [
        "@angular/core",
        "react-scripts",
        "vite",
        "@vue/cli-service",
        "svelte",
        "gatsby",
        "next",
        "nuxt",
    ];

    public static IReadOnlyList<CorsAnswer> Link(Deployment deployment)
    {
        var frontEnds = deployment.Components.Where(IsFrontEnd).ToList();
        Lazy<PageCalls> calls = new(() => new PageCalls(frontEnds, deployment));
        return
        [
            .. from component in deployment.Components
            let settings = Settings(component)
            where settings.Count > 0
            let others = frontEnds.Where(page => !ReferenceEquals(page, component)).ToList()
            where others.Count > 0
            select Of(new CorsAnswer(component, settings, others), calls.Value, deployment),
        ];
    }

    private static List<FrameworkSetting> Settings(Component component) =>
        [
            .. component
                .Code.Where(file => !file.IsTest)
                .SelectMany(file => file.Settings)
                .Where(setting => Names.Contains(setting.Name, StringComparer.Ordinal)),
        ];

    private static CorsAnswer Of(CorsAnswer answer, PageCalls calls, Deployment deployment)
    {
        List<Fact<string>> allowed = [];
        FrameworkSetting? open = null;
        foreach (var setting in answer.Settings)
        {
            var found = Values(setting.Value, answer.Component, deployment);
            open ??= found.Count == 0 ? setting : null;
            allowed.AddRange(found);
        }

        return answer with
        {
            Allowed = allowed,
            UnknownBecause =
                open is not null ? $"{open.Span} may allow others"
                : answer.Component.Code.FirstOrDefault(file => file.AnswersOtherOrigins()) is { } other
                    ? $"{other.File.Path} answers browsers in its own way"
                : deployment.Of<NginxFile>().FirstOrDefault(config => config.AnswersOtherOrigins) is { } proxy
                    ? $"{proxy.File.Path} may answer first"
                : null,
            Calls = calls.To(answer.Component),
        };
    }

    /// <summary>The methods at the place that says them; none when nobody can tell.</summary>
    private static IReadOnlyList<Fact<string>> Values(CodeValue value, Component component, Deployment deployment) =>
        value switch
        {
            CodeValue.Literal literal => Split(literal.Text, literal.Span),
            CodeValue.Environment read => Read(read.Name, read.Default, read.Span, component, deployment),
            CodeValue.Reference reference => Named(reference, component, deployment),
            _ => Listed(value.Span, component, deployment),
        };

    /// <summary>A member of settings, by its own name; else the one variable of the component that is a list of methods.</summary>
    private static IReadOnlyList<Fact<string>> Named(CodeValue.Reference reference, Component component, Deployment deployment)
    {
        var last = reference.Name[(reference.Name.LastIndexOf('.') + 1)..];
        var constants = component
            .Code.Where(file => !file.IsTest)
            .SelectMany(file => file.Constants)
            .Where(constant => constant.Name == last || constant.Name.EndsWith("." + last, StringComparison.Ordinal))
            .ToList();
        return constants switch
        {
            [{ Value: CodeValue.Literal literal }] => Split(literal.Text, literal.Span),
            [{ Value: CodeValue.Environment read }] => Read(read.Name, read.Default, read.Span, component, deployment),
            [{ Span: var span }] => Listed(span, component, deployment),
            _ => OfVariable(component, deployment),
        };
    }

    /// <summary>A function splits the variable that it reads there.</summary>
    private static IReadOnlyList<Fact<string>> Listed(SourceSpan place, Component component, Deployment deployment) =>
        Reads(component, read => place.Holds(read.Span)) is [var read]
            ? Read(read.Name, read.Default, read.Span, component, deployment)
            : OfVariable(component, deployment);

    /// <summary><c>CORS_ALLOW_METHODS</c>, through whatever settings.</summary>
    private static IReadOnlyList<Fact<string>> OfVariable(Component component, Deployment deployment) =>
        Reads(
            component,
            read =>
                read.Name.Contains("CORS", StringComparison.OrdinalIgnoreCase)
                && read.Name.Contains("METHOD", StringComparison.OrdinalIgnoreCase)
        )
            is [var read]
            ? Read(read.Name, read.Default, read.Span, component, deployment)
            : [];

    private static List<EnvironmentRead> Reads(Component component, Func<EnvironmentRead, bool> isMeant) =>
        [.. component.Code.Where(file => !file.IsTest).SelectMany(file => file.EnvironmentReads).Where(isMeant)];

    private static IReadOnlyList<Fact<string>> Read(
        string name,
        CodeValue? fallback,
        SourceSpan place,
        Component component,
        Deployment deployment
    )
    {
        var supplied = deployment
            .WorkloadsOfRoot(component.Root)
            .SelectMany(workload => workload.Supplied)
            .Where(variable => variable.Name == name)
            .ToList();
        return supplied.Count == 0 && fallback is CodeValue.Literal literal ? Split(literal.Text, place)
            : supplied.Count > 0 && supplied.TrueForAll(variable => variable.Value.Text is not null)
                ? [.. supplied.SelectMany(variable => Split(variable.Value.Text ?? "", variable.Span))]
            : [];
    }

    private static List<Fact<string>> Split(string text, SourceSpan span)
    {
        List<Fact<string>> found =
        [
            .. text.Split([',', ' ', '[', ']', '"', '\''], StringSplitOptions.RemoveEmptyEntries)
                .Select(part => new Fact<string>(part.ToUpperInvariant(), span)),
        ];
        return found.TrueForAll(method => method.Value == "*" || Methods.Contains(method.Value)) ? found : [];
    }

    private static bool IsFrontEnd(Component component) => component.IsStaticSite || Pages.Any(component.Frameworks.Contains);
}
