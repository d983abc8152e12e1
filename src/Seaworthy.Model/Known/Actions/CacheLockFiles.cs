namespace Seaworthy.Model.Known.Actions;

/// <summary>Which lock files the setup actions need for their cache.</summary>
/// <remarks>Source: the sources and README of each action (setup-node 4 to 7, setup-python 4 to 7, setup-java 3 to 5, setup-dotnet 4 to 6), August 2026.</remarks>
public static class CacheLockFiles
{
    public static IReadOnlyList<CacheLockFile> All { get; } =
    [
        new("actions/setup-node", "npm", ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock"]),
        new("actions/setup-node", "yarn", ["yarn.lock"]),
        new("actions/setup-node", "pnpm", ["pnpm-lock.yaml"]),
        new("actions/setup-python", "pip", ["**/requirements.txt", "**/pyproject.toml"]),
        new("actions/setup-python", "pipenv", ["**/Pipfile.lock"]),
        new("actions/setup-python", "poetry", ["**/poetry.lock"]),
        new("actions/setup-java", "maven", ["**/pom.xml", "**/.mvn/wrapper/maven-wrapper.properties", "**/.mvn/extensions.xml"]),
        new(
            "actions/setup-java",
            "gradle",
            [
                "**/*.gradle*",
                "**/gradle.properties",
                "**/gradle-wrapper.properties",
                "buildSrc/**/Versions.kt",
                "buildSrc/**/Dependencies.kt",
                "gradle/*.versions.toml",
                "**/versions.properties",
            ]
        ),
        new("actions/setup-dotnet", "true", ["packages.lock.json"]),
    ];

    public static CacheLockFile? Find(string action, string cache) =>
        All.FirstOrDefault(entry => entry.Action == action && entry.Cache == cache);
}
