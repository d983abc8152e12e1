namespace Seaworthy.Model.Known;

/// <summary>What profiles (of Spring, of compose) are called that nobody runs in production, and those that are run there.</summary>
public static class ProfileNames
{
    public static bool IsForProduction(string profile) =>
        profile.StartsWith("prod", StringComparison.OrdinalIgnoreCase) || profile.Equals("live", StringComparison.OrdinalIgnoreCase);

    public static bool IsForDevelopment(string profile) =>
        profile
            .Split('-', '_')
            .Any(part =>
                part.ToUpperInvariant()
                    is "DEV"
                        or "DEVELOP"
                        or "DEVELOPMENT"
                        or "LOCAL"
                        or "TEST"
                        or "TESTS"
                        or "IT"
                        or "E2E"
                        or "CI"
                        or "DEMO"
                        or "H2"
            );
}
