using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Variables that SvelteKit hands to the source as modules: <c>$env/static/*</c> while it is built, <c>$env/dynamic/*</c> while it runs.</summary>
/// <remarks>Source: SvelteKit documentation, "$env/dynamic/private", "$env/static/private" and their public counterparts.</remarks>
internal static class SvelteVariables
{
    private const string Static = "$env/static/";
    private const string Dynamic = "$env/dynamic/";

    /// <summary><c>import { env } from '$env/dynamic/private'</c>: the environment of the server.</summary>
    public static bool IsEnvironment(CodeImport import) =>
        import.Name == "env" && import.Module.StartsWith(Dynamic, StringComparison.Ordinal);

    /// <summary><c>import { API_KEY } from '$env/static/private'</c>: the build fails when it is not set.</summary>
    public static IEnumerable<EnvironmentRead> Reads(CodeSyntax syntax) =>
        from import in syntax.Imports
        where import.Module.StartsWith(Static, StringComparison.Ordinal)
        let name = import.Name ?? "*"
        where name is not ("*" or "default")
        select new EnvironmentRead(name, null, Demand.Expected, import.Span) { IsBuildTime = true };
}
