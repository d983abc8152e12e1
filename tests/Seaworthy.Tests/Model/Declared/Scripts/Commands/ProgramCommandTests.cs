using Seaworthy.Model.Declared.Scripts.Commands;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Scripts.Commands;

public sealed class ProgramCommandTests
{
    [Theory]
    [InlineData("node dist/main.js", "node file=dist/main.js")]
    [InlineData("node -r dotenv/config --max-old-space-size=512 server.js --port 1", "node file=server.js args=--port 1")]
    [InlineData("exec node \"$APP\"", "node file=\"$APP\"")]
    [InlineData("python -u src/app.py x", "python file=src/app.py args=x")]
    [InlineData("python3 -m app.server --port 8000", "python module=app.server args=--port 8000")]
    [InlineData(
        "python -m uvicorn api.main:app --host 0.0.0.0 --port=8000 --reload",
        "uvicorn app=api.main:app host=0.0.0.0 port=8000 reload"
    )]
    [InlineData(
        "poetry run uvicorn main:app --port \"${PORT:-8000}\" --workers 4 --app-dir src",
        "uvicorn app=main:app port=\"${PORT:-8000}\" workers=4 dir=src"
    )]
    [InlineData(
        "gunicorn -b 0.0.0.0:8000 -w 4 -k uvicorn.workers.UvicornWorker shop.wsgi:application",
        "gunicorn app=shop.wsgi:application workers=4"
    )]
    [InlineData(
        "gunicorn --bind=:$PORT --chdir app --config gunicorn.conf.py app:app",
        "gunicorn app=app:app dir=app config=gunicorn.conf.py"
    )]
    [InlineData("celery -A shop.celery worker -Q a,b -l info --concurrency=2", "celery verb=worker app=shop.celery workers=2")]
    [InlineData("celery --app=shop beat", "celery verb=beat app=shop")]
    [InlineData("flask --app web run --host 0.0.0.0 -p 5000", "flask verb=run app=web host=0.0.0.0 port=5000 development")]
    [InlineData(
        "python manage.py runserver 0.0.0.0:8000",
        "python file=manage.py verb=runserver reload development args=runserver 0.0.0.0:8000"
    )]
    [InlineData("./manage.py collectstatic --noinput", "python file=./manage.py verb=collectstatic args=collectstatic --noinput")]
    [InlineData("java -Xmx512m -jar target/app.jar --server.port=1", "java file=target/app.jar args=--server.port=1")]
    [InlineData("java -cp lib/* com.acme.Main", "java module=com.acme.Main")]
    [InlineData("dotnet Api.dll --urls http://+:80", "dotnet file=Api.dll")]
    [InlineData("dotnet run --project src/Api", "dotnet verb=run app=src/Api development")]
    [InlineData("go run ./cmd/api -v", "go file=./cmd/api verb=run development")]
    [InlineData("cargo run --release --bin worker", "cargo verb=run app=worker development")]
    [InlineData("next start -p 3000", "next verb=start port=3000")]
    [InlineData("npx next dev", "next verb=dev development")]
    [InlineData("vite --host --port 5173", "vite port=5173 development")]
    [InlineData("vite preview --port 80", "vite verb=preview port=80 development")]
    [InlineData("npx serve -s build -l 3000", "serve port=3000 dir=build")]
    [InlineData("nodemon src/index.ts", "nodemon file=src/index.ts development")]
    [InlineData("php artisan serve --host=0.0.0.0 --port=8000", "php file=artisan verb=serve host=0.0.0.0 port=8000 development")]
    [InlineData("php -S 0.0.0.0:80 -t public", "php dir=public")]
    [InlineData("bash scripts/deploy.sh prod", "bash file=scripts/deploy.sh args=prod")]
    [InlineData("./bin/server -v", " file=./bin/server args=-v")]
    [InlineData("bundle exec rails server -b 0.0.0.0 -p 3000", "rails verb=server host=0.0.0.0 port=3000")]
    [InlineData("bun run src/index.ts", "bun file=src/index.ts verb=run")]
    [InlineData("tini -- node a.js", "node file=a.js")]
    public void Programs(string text, string expected) => Assert.Equal(expected, Show(Known.Find<ProgramCommand>(text)));

    [Theory]
    [InlineData("node -e 'x'")]
    [InlineData("node --version")]
    [InlineData("python -c 'x'")]
    [InlineData("vite build")]
    [InlineData("next build")]
    [InlineData("dotnet build")]
    [InlineData("cargo build")]
    [InlineData("/bin/true")]
    [InlineData("bash -c 'x'")]
    public void Not_programs_of_the_repository(string text) => Assert.Null(Known.Find<ProgramCommand>(text));

    [Theory]
    [InlineData("npm run build", "npm run build")]
    [InlineData("npm test", "npm run test")]
    [InlineData("npm ci --omit=dev", "npm install frozen production")]
    [InlineData("npm install -g typescript", "npm install packages=typescript global")]
    [InlineData("npm --prefix web run build", "npm run build dir=web")]
    [InlineData("npm run build -w @a/web --if-present", "npm run build in=@a/web")]
    [InlineData("npm run test -- --ci", "npm run test args=--ci")]
    [InlineData("yarn", "yarn install")]
    [InlineData("yarn install --frozen-lockfile", "yarn install frozen")]
    [InlineData("yarn build", "yarn run build")]
    [InlineData("yarn workspace web build", "yarn run build in=web")]
    [InlineData("yarn --cwd web start", "yarn run start dir=web")]
    [InlineData("pnpm --filter web build", "pnpm run build in=web")]
    [InlineData("pnpm -r run test", "pnpm run test everywhere")]
    [InlineData("pnpm -C web i --frozen-lockfile --prod", "pnpm install dir=web frozen production")]
    [InlineData("bun install", "bun install")]
    [InlineData("bun run build", "bun run build")]
    [InlineData("turbo run build --filter=web", "turbo run build in=web everywhere")]
    [InlineData("npm run $X", "npm run $X")]
    public void Package_scripts(string text, string expected) => Assert.Equal(expected, Show(Known.Find<PackageScriptCommand>(text)));

    [Theory]
    [InlineData("apt-get update && apt-get install -y --no-install-recommends curl libpq-dev=1", "apt-get: curl libpq-dev=1 | | ")]
    [InlineData("apk add --no-cache --virtual .build gcc", "apk: gcc | | ")]
    [InlineData(
        "pip install --no-cache-dir -r requirements.txt -c constraints.txt gunicorn==20",
        "pip: gunicorn==20 | requirements.txt | "
    )]
    [InlineData("python -m pip install -e . uvicorn", "pip: uvicorn |  | .")]
    [InlineData("uv pip install .", "pip:  |  | .")]
    [InlineData("cargo install sqlx-cli --no-default-features", "cargo: sqlx-cli | | ")]
    [InlineData("go install github.com/pressly/goose@latest", "go: github.com/pressly/goose@latest | | ")]
    [InlineData("dotnet tool install --global dotnet-ef", "dotnet: dotnet-ef | | ")]
    public void Installations(string text, string expected)
    {
        var install = Known.Find<PackageInstallCommand>(text);
        Assert.Equal(
            expected.Replace("| |", "|  |", StringComparison.Ordinal),
            $"{install?.Manager}: {Known.Show(install?.Packages ?? [])} | {Known.Show(install?.RequirementFiles ?? [])} | {Known.Show(install?.Directories ?? [])}"
        );
    }

    [Theory]
    [InlineData("go build -o /bin/api ./cmd/api", "go build /bin/api  ./cmd/api")]
    [InlineData("cargo build --release --bin api", "cargo build  api ")]
    [InlineData("dotnet publish -c Release -o /app src/Api.csproj", "dotnet publish /app  src/Api.csproj")]
    [InlineData("mvn -B clean package -DskipTests", "mvn package   clean package")]
    [InlineData("npx vite build --outDir out", "vite build out  ")]
    public void Builds(string text, string expected)
    {
        var build = Known.Find<BuildCommand>(text);
        Assert.Equal(expected, $"{build?.Tool} {build?.Verb} {build?.Output} {build?.Target} {Known.Show(build?.Operands ?? [])}");
    }

    [Theory]
    [InlineData("pytest -q tests/unit --cov app -k x", "pytest tests/unit")]
    [InlineData("python -m pytest tests", "pytest tests")]
    [InlineData("go test -v -race ./...", "go ./...")]
    [InlineData("npx playwright test e2e", "playwright e2e")]
    [InlineData("cargo test --workspace", "cargo ")]
    [InlineData("npx vitest run src", "vitest src")]
    [InlineData("python backend/manage.py test shop", "django shop")]
    [InlineData("./manage.py test", "django ")]
    public void Tests(string text, string expected)
    {
        var run = Known.Find<TestRunCommand>(text);
        Assert.Equal(expected, $"{run?.Tool} {Known.Show(run?.Paths ?? [])}");
    }

    private static string Show(ProgramCommand? program) =>
        program is null
            ? "none"
            : program.Runtime
                + Part("file", program.File)
                + Part("module", program.Module)
                + Part("verb", program.Verb)
                + Part("app", program.Application)
                + Part("host", program.Host)
                + Part("port", program.Port)
                + Part("workers", program.Workers)
                + Part("dir", program.SourceDirectory)
                + Part("config", program.ConfigurationFile)
                + (program.Reloads ? " reload" : "")
                + (program.IsForDevelopment ? " development" : "")
                + Part("args", program.Runtime is "celery" or "flask" or "go" ? "" : Known.Show(program.Arguments));

    private static string Show(PackageScriptCommand? script) =>
        script is null
            ? "none"
            : $"{script.Manager} {script.Verb}"
                + (script.Script is { } name ? $" {name}" : "")
                + Part("packages", Known.Show(script.Packages))
                + Part("dir", script.Directory)
                + Part("in", Known.Show(script.Workspaces))
                + (script.Script is null ? "" : Part("args", Known.Show(script.Arguments)))
                + (script.IsInAllWorkspaces ? " everywhere" : "")
                + (script.IsGlobal ? " global" : "")
                + (script.IsFrozen ? " frozen" : "")
                + (script.OmitsDevelopment ? " production" : "");

    private static string Part(string name, object? value) => value?.ToString() is { Length: > 0 } text ? $" {name}={text}" : "";
}
