using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>An address that ends up in browser code, with a host that only containers resolve.</summary>
/// <param name="Reads">Where the source reads the variable.</param>
/// <param name="IsCertain">A browser uses it, and nothing on the containers' network does.</param>
internal sealed record UnreachableBase(EndpointUse Use, IReadOnlyList<EnvironmentRead> Reads, bool IsCertain)
{
    private static readonly IReadOnlyList<string> Prefixes = ["VITE_", "REACT_APP_", "VUE_APP_", "NEXT_PUBLIC_", "GATSBY_", "EXPO_PUBLIC_"];

    private static readonly PerDeployment<IReadOnlyList<UnreachableBase>> Found = new(deployment =>
        [.. deployment.Endpoints.Where(IsForBrowsers).Select(use => Of(use, deployment)).OfType<UnreachableBase>()]
    );

    /// <summary>Where the bundler's configuration reads the variable too, for a proxy that calls from inside; null when it does not.</summary>
    public SourceSpan? Proxy { get; init; }

    public static IReadOnlyList<UnreachableBase> All(Deployment deployment) => Found.Of(deployment);

    /// <summary>A variable that a bundler inlines.</summary>
    public static bool IsForBrowsers(EndpointUse use) =>
        use is { Variable: { } variable, Origin: EndpointOrigin.EnvironmentVariable, Caller.Components.Count: > 0 }
        && Prefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.Ordinal));

    private static UnreachableBase? Of(EndpointUse use, Deployment deployment)
    {
        if (
            use is not { Answer: HostAnswer.Workload or HostAnswer.Nobody, Callee: not null, Caller: { } caller }
            || !use.Host.All(IsNameLetter)
            || use.Host == "localhost"
        )
        {
            return null;
        }

        var uses = deployment
            .Variables.Where(variables => variables.Workload == caller)
            .SelectMany(variables => variables.Uses)
            .Where(other => other.Name == use.Variable)
            .ToList();
        var isServed = ServesSources(deployment, caller);
        // The bundle is built before the container gets the address.
        if (
            !isServed
            && uses.Exists(other =>
                other is { FixedAt: not null, MayBeReplacedAtStart: false } && other.Supply?.Span.StartLine == use.Span.StartLine
            )
        )
        {
            return null;
        }

        var reads = uses.SelectMany(other => other.Reads).ToList();
        var ofPages = reads.Where(read => read.IsBuildTime && !IsOfServer(read)).ToList();
        // A server that renders pages calls from inside; so does a development server's proxy, while no page reads the variable as well.
        return reads.Exists(read => !read.IsBuildTime && !IsOfServer(read)) || (ofPages.Count == 0 && reads.Exists(IsOfServer))
            ? null
            : new UnreachableBase(use, ofPages, IsSure(caller, uses, isServed) && ofPages.Count > 0)
            {
                Proxy = reads.Find(IsOfServer)?.Span,
            };
    }

    /// <summary>The bundler's own configuration.</summary>
    private static bool IsOfServer(EnvironmentRead read) => read.Span.File.Name.Contains(".config.", StringComparison.Ordinal);

    private static bool IsSure(Workload caller, IReadOnlyList<VariableUse> uses, bool isServed) =>
        // A variable set at start is too late for a bundle; one in the image or loaded by the build is in it, and a development server takes it.
        (isServed || uses.Any(use => use.Supply?.Origin is SupplyOrigin.ImageEnv or SupplyOrigin.DotEnvLoader))
        // A test's browser runs beside the containers and resolves their names.
        && caller.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
        && (
            caller.Components.All(component => component.IsStaticSite)
            || caller.Image?.Final.PublicBase?.Role is ImageRole.WebServer or ImageRole.Proxy
        );

    /// <summary>A development server is what starts: it hands the variables of its process to the pages.</summary>
    /// <remarks>Sources: Vite, "Env Variables and Modes"; Create React App, "Adding Custom Environment Variables".</remarks>
    private static bool ServesSources(Deployment deployment, Workload caller) =>
        deployment.StartupOf(caller) is { UnknownBecause: null, Programs: [var only] }
        && CommandLine.Of(only) is var line
        && (line.Program, line.Verb) is ("vite", null or "dev" or "serve") or ("react-scripts", "start") or ("vue-cli-service", "serve");

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
