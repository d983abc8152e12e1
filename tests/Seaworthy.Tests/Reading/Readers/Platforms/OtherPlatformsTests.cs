using Seaworthy.Model.Declared.Platforms;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Platforms;

public sealed class OtherPlatformsTests
{
    [Fact]
    public void Vercel_says_what_is_built_routed_and_called()
    {
        var file = PlatformText.Read<VercelConfig>(
            "web/vercel.json",
            """
            {
              "buildCommand": "npm run build", "outputDirectory": "dist",
              "builds": [{ "src": "app.py", "use": "@vercel/python" }],
              "routes": [{ "src": "/(.*)", "dest": "app.py" }],
              "rewrites": [{ "source": "/api/:path*", "destination": "https://api.x.com/:path*" }],
              "functions": { "api/**/*.ts": { "maxDuration": 30 } },
              "crons": [{ "path": "/api/cron", "schedule": "0 10 * * *" }],
              "env": { "SECRET": "@secret_key", "DEBUG": "False" },
              "build": { "env": { "VITE_X": "1" } },
            }
            """
        );

        Assert.Equal(("app.py", "npm"), (file.Builds[0].Source?.Value, file.BuildCommand?.Commands[0].Program));
        Assert.Equal(
            [("route", "app.py"), ("rewrite", "https://api.x.com/:path*")],
            file.Rewrites.Select(rewrite => (rewrite.Kind, rewrite.To?.Value))
        );
        Assert.Equal("/api/cron", file.Crons[0].Path?.Value);
        Assert.Equal(
            [
                ("SECRET", PlatformVariableOrigin.Secret, null),
                ("DEBUG", PlatformVariableOrigin.Literal, null),
                ("VITE_X", PlatformVariableOrigin.Literal, "build"),
            ],
            file.Env.Select(variable => (variable.Name.Value, variable.Origin, variable.Scope))
        );
        Assert.Equal(("secret_key", 8), (file.Env[0].Reference?.Value, file.Env[0].Span.StartLine));
    }

    [Theory]
    [InlineData(
        "railway.json",
        "{\"build\": {\"builder\": \"DOCKERFILE\", \"dockerfilePath\": \"api/Dockerfile\"}, \"deploy\": {\"startCommand\": \"node x.js\", \"healthcheckPath\": \"/health\", \"preDeployCommand\": [\"npm run migrate\"], \"numReplicas\": 2}}"
    )]
    [InlineData(
        "railway.toml",
        "[build]\nbuilder = \"DOCKERFILE\"\ndockerfilePath = \"api/Dockerfile\"\n[deploy]\nstartCommand = \"node x.js\"\nhealthcheckPath = \"/health\"\npreDeployCommand = \"npm run migrate\"\nnumReplicas = 2\n"
    )]
    public void Railway_is_read_in_both_syntaxes(string path, string text)
    {
        var file = PlatformText.Read<RailwayConfig>(path, text);

        Assert.Equal(
            ("DOCKERFILE", "api/Dockerfile", "/health"),
            (file.Builder?.Value, file.DockerfilePath?.Value, file.HealthcheckPath?.Value)
        );
        Assert.Equal(("node", "npm"), (file.StartCommand?.Commands[0].Program, file.PreDeployCommands[0].Commands[0].Program));
    }

    [Fact]
    public void Heroku_app_json_is_told_from_that_of_expo()
    {
        var file = PlatformText.Read<HerokuApp>(
            "app.json",
            "{\"addons\": [\"heroku-postgresql\", {\"plan\": \"heroku-redis:mini\"}], \"env\": {\"SECRET\": {\"generator\": \"secret\"}, \"A\": \"b\", \"C\": {\"required\": true}}, \"formation\": {\"web\": {\"quantity\": 2}}, \"scripts\": {\"postdeploy\": \"npm run seed\"}}"
        );

        Assert.Equal(
            [PlatformVariableOrigin.Generated, PlatformVariableOrigin.Literal, PlatformVariableOrigin.Prompted],
            file.Env.Select(variable => variable.Origin)
        );
        Assert.Equal("postdeploy", file.Scripts[0].Name.Value);
        Assert.Null(PlatformText.TryRead("mobile/app.json", "{\"expo\": {\"name\": \"x\"}}"));
        Assert.Null(PlatformText.TryRead("mobile/app.json", "{\"name\": \"x\", \"displayName\": \"X\"}"));
    }

    [Fact]
    public void Heroku_yml_names_images_and_processes()
    {
        var file = PlatformText.Read<HerokuManifest>(
            "heroku.yml",
            "setup:\n  addons: [{plan: heroku-postgresql}]\nbuild:\n  docker:\n    web: Dockerfile\n    worker: {dockerfile: w/Dockerfile, target: run}\nrelease:\n  image: web\n  command: [./migrate.sh]\nrun:\n  web: gunicorn app\n  worker: {command: [celery -A x], image: web}\n"
        );

        Assert.Equal(
            [("web", "Dockerfile", null), ("worker", "w/Dockerfile", "run")],
            file.Images.Select(image => (image.Process.Value, image.Dockerfile?.Value, image.Target?.Value))
        );
        Assert.Equal("./migrate.sh", file.Release?.Text.Value);
        Assert.Equal(["gunicorn app", "celery -A x"], file.Processes.Select(process => process.Command.Text.Value));
    }

    [Fact]
    public void Kamal_runs_a_command_for_each_role()
    {
        var file = PlatformText.Read<KamalConfig>(
            "config/deploy.yml",
            """
            service: shop
            image: acme/shop
            servers:
              web:
                - 192.0.2.1
              job:
                hosts: [192.0.2.2]
                cmd: bin/jobs
                env:
                  clear: {QUEUES: mail}
            proxy:
              app_port: 4000
              healthcheck: {path: /health}
            env:
              clear: {MODE: production}
              secret:
                - DATABASE_URL
                - KEY:SHOP_KEY
            volumes:
              - "storage:/rails/storage"
            accessories:
              db: {image: "postgres:17"}
            """
        );
        Assert.Equal(["web", "job"], file.Roles.Select(role => role.Name.Value));
        Assert.Equal([true, false], file.Roles.Select(role => role.IsProxied));
        Assert.Equal("bin/jobs", file.Roles[1].Command?.Text.Value);
        Assert.Equal("QUEUES", Assert.Single(file.Roles[1].Environment).Name.Value);
        Assert.Equal(["MODE", "DATABASE_URL", "KEY"], file.Environment.Select(variable => variable.Name.Value));
        Assert.Equal("storage:/rails/storage", Assert.Single(file.Volumes).Value);
        Assert.Equal("shop-db", Assert.Single(file.Accessories));
        Assert.Equal(4000, file.AppPort?.Value);
        Assert.Equal("/health", file.HealthPath?.Value);
    }

    [Fact]
    public void Kamal_builds_one_image()
    {
        const string Text =
            "service: shop\nimage: acme/shop\nservers: [192.0.2.1]\nbuilder:\n  dockerfile: web.Dockerfile\n  context: web\n  args:\n    MODE: live\n";
        var file = PlatformText.Read<KamalConfig>("web/.kamal/main.yaml", Text);

        Assert.Equal(
            ("shop", "acme/shop", "web.Dockerfile", "web"),
            (file.Service?.Value, file.Image?.Value, file.Dockerfile?.Value, file.Context?.Value)
        );
        Assert.Equal("MODE", Assert.Single(file.Arguments).Name.Value);
        Assert.IsType<KamalConfig>(PlatformText.TryRead("config/deploy.yml", Text));
        Assert.IsNotType<KamalConfig>(PlatformText.TryRead("config/deploy.staging.yml", "servers: [192.0.2.2]\n"));
    }

    [Fact]
    public void Skaffold_builds_images_and_its_profiles_build_them_otherwise()
    {
        const string Text =
            "apiVersion: skaffold/v4beta11\nkind: Config\nbuild:\n  artifacts:\n    - image: api\n      context: api\n      docker:\n        dockerfile: dev.Dockerfile\n"
            + "        buildArgs: { MODE: live }\n    - image: jobs\n      jib: {}\nprofiles:\n  - name: live\n    patches:\n      - op: replace\n        path: /build/artifacts/0/docker/dockerfile\n        value: live.Dockerfile\n";
        var file = PlatformText.Read<SkaffoldConfig>("skaffold.yaml", Text);

        Assert.Equal(
            [("api", "dev.Dockerfile", true), ("jobs", null, false), ("api", "live.Dockerfile", true)],
            file.Artifacts.Select(made => (made.Image.Value, made.Dockerfile?.Value, made.UsesDocker))
        );
        Assert.Equal("MODE", Assert.Single(file.Artifacts[0].Arguments).Name.Value);
    }

    [Fact]
    public void Netlify_has_builds_per_context()
    {
        var file = PlatformText.Read<NetlifyConfig>(
            "netlify.toml",
            "[build]\nbase = \"web\"\npublish = \"dist\"\ncommand = \"npm ci && npm run build\"\n[build.environment]\nNODE_VERSION = \"20\"\n[context.deploy-preview.environment]\nAPI = \"https://x\"\n[[redirects]]\nfrom = \"/*\"\nto = \"/index.html\"\nstatus = 200\n[[plugins]]\npackage = \"p\"\n"
        );

        Assert.Equal([null, "deploy-preview"], file.Builds.Select(build => build.Context?.Value));
        Assert.Equal(
            ("web", 2, "NODE_VERSION"),
            (file.Builds[0].Base?.Value, file.Builds[0].Command?.Commands.Count, file.Builds[0].Environment[0].Name.Value)
        );
        Assert.Equal(
            ("deploy-preview", "rewrite", "p"),
            (file.Builds[1].Environment[0].Scope, file.Redirects[0].Kind, file.Plugins[0].Value)
        );
    }

    [Fact]
    public void App_engine_is_known_by_its_runtime()
    {
        var file = PlatformText.Read<AppEngineConfig>(
            "app.yaml",
            "runtime: python312\nentrypoint: gunicorn -b :$PORT main:app\nenv_variables: {A: b}\nhandlers:\n  - {url: /static, static_dir: static}\nautomatic_scaling: {max_instances: 3}\nliveness_check: {path: /live}\n"
        );

        Assert.Equal(
            ("python312", "gunicorn", "static"),
            (file.Runtime?.Value, file.Entrypoint?.Commands[0].Program, file.Handlers[0].To?.Value)
        );
        Assert.Null(PlatformText.TryRead("k8s/app.yaml", "apiVersion: v1\nkind: Pod\n"));
    }

    [Theory]
    [InlineData("fly.toml", "app = 'x'\n[[services]]\ninternal_port = \"a\"\n[services.x\n")]
    [InlineData("render.yaml", "services: [{type: web, envVars: [a, {key: }], disk: 3, scaling: }]\ndatabases: x\nprojects: [1]\n")]
    [InlineData("vercel.json", "{\"builds\": 3, \"routes\": [1, {\"src\": [}], \"functions\": [], \"env\": \"x\"")]
    [InlineData("railway.json", "{\"deploy\": [], \"build\": null")]
    [InlineData("app.json", "{\"env\": [], \"formation\": 3, \"addons\": {}}")]
    [InlineData("heroku.yml", "build: {docker: [a]}\nrun: x\nrelease: []\n")]
    [InlineData("netlify.toml", "build = 3\ncontext = [1]\nredirects = 'x'\n")]
    [InlineData("app.yaml", "runtime: x\nhandlers: {a: b}\nautomatic_scaling: 3\n")]
    public void Values_of_wrong_types_and_cut_files_do_no_harm(string path, string text)
    {
        for (var length = 0; length <= text.Length; length++)
        {
            var artifact = PlatformText.TryRead(path, text[..length]);
            Assert.All(artifact?.Problems ?? [], problem => Assert.InRange(problem.Span.End, 0, length));
        }
    }
}
