using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Model.Known;

/// <summary>Addresses by which a platform is asked to deploy. It deploys the branch that its own settings name, whatever branch the caller is on.</summary>
/// <remarks>Sources: Render documentation, "Deploy Hooks" and "API reference", create a deploy; Netlify, "Build hooks"; Vercel, "Creating and triggering Deploy Hooks".</remarks>
public static class DeployHooks
{
    private static readonly string[] Addresses =
    [
        "api.render.com/deploy/",
        "api.render.com/v1/services/",
        "api.netlify.com/build_hooks/",
        "api.vercel.com/v1/integrations/deploy/",
    ];

    public static bool AreIn(ShellCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Words.Any(word => Array.Exists(Addresses, address => word.Raw.Contains(address, StringComparison.Ordinal)));
    }
}
