using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Programs of npm packages with which containers start, or that run before: by name, and whether another package may bring them.</summary>
/// <remarks>Source: the <c>bin</c>, <c>peerDependencies</c> and <c>peerDependenciesMeta</c> fields of the packages in the npm registry.</remarks>
public static class StartTools
{
    private static readonly FrozenDictionary<string, string> Packages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nodemon"] = "nodemon",
        ["ts-node-dev"] = "ts-node-dev",
        ["tsnd"] = "ts-node-dev",
        ["nest"] = "@nestjs/cli",
        ["cross-env"] = "cross-env",
        ["cross-env-shell"] = "cross-env",
        ["env-cmd"] = "env-cmd",
        ["dotenv"] = "dotenv-cli",
        ["concurrently"] = "concurrently",
        ["npm-run-all"] = "npm-run-all",
        ["run-s"] = "npm-run-all",
        ["run-p"] = "npm-run-all",
        ["wait-on"] = "wait-on",
        ["tsc-watch"] = "tsc-watch",
        ["tsup"] = "tsup",
        ["react-scripts"] = "react-scripts",
        ["vue-cli-service"] = "@vue/cli-service",
        ["ng"] = "@angular/cli",
        ["serve"] = "serve",
        ["http-server"] = "http-server",
        ["pm2"] = "pm2",
        ["pm2-runtime"] = "pm2",
        ["babel-node"] = "@babel/node",
        ["drizzle-kit"] = "drizzle-kit",
        ["sequelize-cli"] = "sequelize-cli",
        ["node-pg-migrate"] = "node-pg-migrate",
        ["migrate-mongo"] = "migrate-mongo",
        ["sequelize"] = "sequelize-cli",
        ["next"] = "next",
        ["nuxt"] = "nuxt",
        ["astro"] = "astro",
        ["tsx"] = "tsx",
        ["ts-node"] = "ts-node",
        ["ts-node-esm"] = "ts-node",
        ["tsc"] = "typescript",
        ["vite"] = "vite",
        ["vite-node"] = "vite-node",
        ["prisma"] = "prisma",
        ["knex"] = "knex",
        ["typeorm"] = "typeorm",
        ["typeorm-ts-node-commonjs"] = "typeorm",
        ["typeorm-ts-node-esm"] = "typeorm",
        ["webpack"] = "webpack",
        ["esbuild"] = "esbuild",
        ["rimraf"] = "rimraf",
        ["tsconfig-paths"] = "tsconfig-paths",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Dependencies, or peers with which npm keeps what is declared for development: only a lock file tells whether they are left out.
    private static readonly FrozenSet<string> BroughtByOthers = FrozenSet.Create(
        StringComparer.Ordinal,
        "next",
        "nuxt",
        "astro",
        "tsx",
        "ts-node",
        "typescript",
        "vite",
        "vite-node",
        "prisma",
        "knex",
        "typeorm",
        "webpack",
        "esbuild",
        "rimraf",
        "tsconfig-paths",
        "dotenv",
        "drizzle-kit"
    );

    /// <summary>The package that brings a program; null when it is none of these.</summary>
    public static string? PackageOf(string program) => Packages.GetValueOrDefault(program);

    /// <summary>One of the packages that bring these programs.</summary>
    public static bool IsPackage(string package) => Packages.Values.Contains(package, StringComparer.Ordinal);

    public static bool MayBeBrought(string package) => BroughtByOthers.Contains(package);
}
