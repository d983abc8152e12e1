namespace Seaworthy.Deploying.Secrets;

/// <summary>What a secret may be called: as a variable of the environment, since that is how most of them arrive.</summary>
public static class SecretName
{
    private const int Longest = 200;

    /// <summary>Why a name is refused; null for a good one.</summary>
    public static string? Fault(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is 0 or > Longest
            || !(char.IsAsciiLetter(name[0]) || name[0] == '_')
            || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
                ? "the name of a secret is made of letters, digits and '_', and begins with no digit"
            : IsOfTool(name) ? $"{name} is a setting of a tool and no secret: set it in the environment"
            : null;
    }

    // They decide what is deployed and how it is called.
    private static bool IsOfTool(string name) =>
        name is "PATH" or "HOME"
        || name.StartsWith("COMPOSE_", StringComparison.Ordinal)
        || name.StartsWith("DOCKER_", StringComparison.Ordinal)
        || name.StartsWith("SEAWORTHY_", StringComparison.Ordinal);
}
