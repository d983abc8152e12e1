using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>The modules that come with Node.js, and packages that are often there because others bring them.</summary>
/// <remarks>Source: Node.js documentation, <c>module.builtinModules</c>; the dependency lists of the packages in the npm registry.</remarks>
public static class NodePackages
{
    private const string Installed = "node_modules/";

    private static readonly FrozenSet<string> Modules = Words(
        """
        assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https
        inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls trace_events tty
        url util v8 vm wasi worker_threads zlib
        """
    );

    // Installations put everything side by side: these can be imported without being declared.
    private static readonly FrozenSet<string> Brought = Words(
        """
        accepts acorn ajv ansi-styles async axios body-parser bson bytes chalk chokidar clsx color commander content-type cookie cookie-signature cors
        cosmiconfig cross-spawn csstype debug deepmerge depd dotenv ejs engine.io entities esbuild escape-html eslint etag events express fast-glob
        fast-deep-equal finalhandler form-data fs-extra globals glob graceful-fs graphql history http-errors iconv-lite inherits ioredis js-yaml
        jsonwebtoken jws lodash lru-cache mime mime-types minimatch minimist mkdirp moment mongodb ms nanoid negotiator node-fetch node-forge
        object-assign on-finished parseurl path-to-regexp picocolors picomatch pino pino-std-serializers postcss pretty-format prop-types qs
        querystring random-bytes range-parser raw-body react react-dom react-is react-router readable-stream redis reflect-metadata regenerator-runtime
        resolve rimraf rollup rxjs safe-buffer scheduler semver send serve-static sharp signal-exit slash socket.io-parser source-map strip-ansi
        supports-color tailwindcss terser tslib type-fest type-is typescript undici unpipe util-deprecate uuid vary vite webpack which winston-transport
        wrap-ansi ws yaml yargs yargs-parser zod zone.js buffer process stream-browserify querystring-es3 long protobufjs bluebird
        zustand immer tiny-invariant prosemirror-model prosemirror-state prosemirror-view highlight.js d3 csv-parse eventemitter3 hoist-non-react-statics
        tailwind-merge lightningcss
        """
    );

    private static readonly FrozenSet<string> BroughtScopes = Words(
        """
        @babel @types @jest @eslint @typescript-eslint @jridgewell @opentelemetry @prisma @vue @vitejs @rollup @esbuild @testing-library @nestjs @angular
        @emotion @mui @radix-ui @floating-ui @tiptap @tanstack @reduxjs @remix-run @react-navigation @expo @react-native @firebase @google-cloud
        @grpc @smithy @swc @next @mdx-js @docusaurus @theme @site @generated @storybook @lexical @codemirror @lezer @xterm @sentry @trpc @hono @fastify
        @ngrx @ionic @capacitor @sveltejs @astrojs @nuxt @vueuse @std @jsr @aws-cdk
        """
    );

    /// <summary>The package that a specifier without a path in front names: <c>@scope/name</c> or <c>name</c>; null for a scope alone.</summary>
    public static string? Of(string specifier)
    {
        ArgumentNullException.ThrowIfNull(specifier);
        // A path from where the installation is: "node_modules/morphext/dist/morphext.js".
        if (specifier.StartsWith(Installed, StringComparison.Ordinal))
        {
            return Of(specifier[Installed.Length..]);
        }

        var parts = specifier.Split('/');
        return specifier is not ['@', ..] ? parts[0]
            : parts.Length > 1 && parts[0].Length > 1 && parts[1].Length > 0 ? $"{parts[0]}/{parts[1]}"
            : null;
    }

    /// <summary>Modules that a framework brings inside itself, and resolves when it builds.</summary>
    /// <remarks>Sources: Next.js documentation, "Server and Client Components"; Electron documentation, "Application Packaging"; Gatsby documentation, "Gatsby Link API".</remarks>
    public static IReadOnlyList<string> GivenBy(string package) =>
        package switch
        {
            "next" => ["server-only", "client-only", "styled-jsx"],
            "electron" => ["original-fs"],
            "gatsby" => ["@reach/router", "@gatsbyjs/reach-router"],
            "nuxt" => ["vue", "vue-router", "h3", "ofetch", "ufo", "nitropack"],
            "vitepress" => ["vue"],
            // Their releases for React 16 and 17 depend on it.
            "react-router-dom"
            or "react-router"
            or "react-redux"
            or "react-transition-group"
            or "react-bootstrap"
            or "react-custom-scrollbars"
            or "@material-ui/core"
            or "@mui/material"
            or "react-slick"
            or "react-select" => ["prop-types"],
            _ => [],
        };

    public static bool IsBuiltIn(string package) => Modules.Contains(package);

    /// <summary>Whether the package is often installed because another one needs it.</summary>
    public static bool IsCommonlyBrought(string package) =>
        Brought.Contains(package) || (package is ['@', ..] && BroughtScopes.Contains(package.Split('/')[0]));

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
