using Seaworthy.Model.Declared.Scripts.Commands;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Scripts.Commands;

public sealed class OperationCommandTests
{
    [Theory]
    [InlineData("curl -fsS http://localhost:8000/health", "GET http://localhost:8000/health True False")]
    [InlineData("curl -s -o /dev/null -w '%{http_code}' \"$URL/health\"", "GET \"$URL/health\" False True")]
    [InlineData("curl -X POST -H 'A: b' -d '{}' api/x", "POST api/x False False")]
    [InlineData("curl --json '{}' api/x", "POST api/x False False")]
    [InlineData("curl -I localhost > /dev/null 2>&1", "HEAD localhost False True")]
    [InlineData("curl --retry 5 --max-time 10 --fail localhost:3000", "GET localhost:3000 True False")]
    [InlineData("curl -X \"$M\" localhost", " localhost False False")]
    [InlineData("wget -q --spider http://localhost/", "HEAD http://localhost/ True True")]
    [InlineData("wget -qO- http://localhost:80/x", "GET http://localhost:80/x True False")]
    public void Http_probes(string text, string expected)
    {
        var probe = Known.Find<HttpProbeCommand>(text);
        Assert.Equal(expected, $"{probe?.Method} {probe?.Url} {probe?.FailsOnErrorStatus} {probe?.DiscardsBody}");
    }

    [Theory]
    [InlineData("until nc -z db 5432; do sleep 1; done", "nc db 5432 ")]
    [InlineData("nc -zv -w 5 $DB_HOST ${DB_PORT:-5432}", "nc $DB_HOST ${DB_PORT:-5432} ")]
    [InlineData("./wait-for-it.sh db:5432 --timeout=30 -- npm start", "wait-for-it.sh   db:5432")]
    [InlineData("pg_isready -h db -U postgres", "pg_isready db  ")]
    [InlineData("redis-cli -h redis ping", "redis-cli redis  ")]
    [InlineData("mysqladmin ping -h mysql --silent", "mysqladmin mysql  ")]
    [InlineData("echo > /dev/tcp/db/5432", "/dev/tcp   db/5432")]
    public void Port_probes(string text, string expected)
    {
        var probe = Known.Find<PortProbeCommand>(text);
        Assert.Equal(expected, $"{probe?.Tool} {probe?.Host} {probe?.Port} {Known.Show(probe?.Addresses ?? [])}");
    }

    [Theory]
    [InlineData("psql -h db -U app -d shop -f schema.sql", "psql Client db shop schema.sql ")]
    [InlineData("psql $DATABASE_URL < schema.sql", "psql Client  $DATABASE_URL schema.sql ")]
    [InlineData("pg_dump -h db shop > backup.sql", "pg_dump Dump db shop  backup.sql")]
    [InlineData("pg_restore -d shop backup.dump", "pg_restore Restore  shop backup.dump ")]
    [InlineData("mysql -uroot -psecret shop < init.sql", "mysql Client  shop init.sql ")]
    [InlineData("mongodump --uri=$MONGO_URI --out /backup", "mongodump Dump  $MONGO_URI  /backup")]
    public void Databases(string text, string expected)
    {
        var database = Known.Find<DatabaseCommand>(text);
        Assert.Equal(
            expected,
            $"{database?.Tool} {database?.Purpose} {database?.Host} {database?.Database} {Known.Show(database?.Inputs ?? [])} {database?.Output}"
        );
    }

    [Theory]
    [InlineData("alembic upgrade head", "alembic Up")]
    [InlineData("alembic -c api/alembic.ini upgrade head", "alembic Up api/alembic.ini")]
    [InlineData("poetry run alembic downgrade -1", "alembic Down")]
    [InlineData("npx prisma migrate deploy --schema=db/schema.prisma", "prisma Up db/schema.prisma")]
    [InlineData("npx prisma db push", "prisma Push")]
    [InlineData("pnpm exec prisma generate", "prisma Generate")]
    [InlineData("python manage.py migrate --noinput", "django Up")]
    [InlineData("./manage.py makemigrations", "django Create")]
    [InlineData("flask db upgrade", "alembic Up")]
    [InlineData("npx knex migrate:latest --knexfile db/knexfile.js", "knex Up db/knexfile.js")]
    [InlineData("npx sequelize-cli db:migrate", "sequelize Up")]
    [InlineData("npx typeorm migration:run -d dist/data-source.js", "typeorm Up dist/data-source.js")]
    [InlineData("diesel migration run", "diesel Up")]
    [InlineData("sqlx migrate run --source db/migrations", "sqlx Up db/migrations")]
    [InlineData("flyway -url=jdbc:x migrate", "flyway Up")]
    [InlineData("goose -dir db/migrations postgres \"$DB\" up", "goose Up db/migrations")]
    [InlineData("migrate -path db -database \"$DB\" up", "migrate Up db")]
    [InlineData("bundle exec rails db:migrate", "rails Up")]
    [InlineData("bin/rails db:prepare", "rails Up")]
    [InlineData("php artisan migrate --force", "laravel Up")]
    [InlineData("php bin/console doctrine:migrations:migrate", "doctrine Up")]
    [InlineData("dotnet ef database update --project src/Data", "ef Up src/Data")]
    public void Migrations(string text, string expected)
    {
        var migration = Known.Find<MigrationCommand>(text);
        Assert.Equal(expected, $"{migration?.Tool} {migration?.Verb} {migration?.Path}".TrimEnd());
    }

    [Theory]
    [InlineData("npm run migrate")]
    [InlineData("flask run")]
    [InlineData("python manage.py runserver")]
    [InlineData("php artisan serve")]
    [InlineData("dotnet run")]
    public void Not_migrations(string text) => Assert.Null(Known.Find<MigrationCommand>(text));

    [Theory]
    [InlineData("source .env", ".env")]
    [InlineData(". ./lib/common.sh arg", "./lib/common.sh")]
    [InlineData("source \"$DIR/x.sh\"", "\"$DIR/x.sh\"")]
    public void Sources(string text, string expected) => Assert.Equal(expected, Known.Find<SourceCommand>(text)?.File.ToString());

    [Theory]
    [InlineData("cp -r a b dest/", "a b | dest/ | ")]
    [InlineData("mv a b", "a | b | a")]
    [InlineData("cat a.json", "a.json |  | ")]
    [InlineData("cat > a.json <<EOF\nx\nEOF", " | a.json | ")]
    [InlineData("rm -rf dist", " |  | dist")]
    [InlineData("scp -i key -P 22 app.tar user@host:/srv", "app.tar | user@host:/srv | ")]
    [InlineData("chmod +x run.sh", "run.sh |  | ")]
    [InlineData("tar czf out.tgz dist", "dist | out.tgz | ")]
    [InlineData("tar -xzf in.tgz -C /tmp", "in.tgz |  | ")]
    [InlineData("ln -s a b", " | b | ")]
    [InlineData("envsubst < a.template > a.conf", "a.template | a.conf | ")]
    public void Files(string text, string expected)
    {
        var file = Known.Find<FileCommand>(text);
        Assert.Equal(expected, $"{Known.Show(file?.Reads ?? [])} | {Known.Show(file?.Writes ?? [])} | {Known.Show(file?.Removes ?? [])}");
    }

    [Theory]
    [InlineData("[ -f .env ]", "f .env False")]
    [InlineData("[[ ! -d \"$X\" ]]", "d \"$X\" True")]
    [InlineData("test -x run.sh", "x run.sh False")]
    public void File_tests(string text, string expected)
    {
        var test = Known.Find<FileTestCommand>(text);
        Assert.Equal(expected, $"{test?.Operator} {test?.Path} {test?.IsNegated}");
    }

    [Theory]
    [InlineData("ssh -i key -p 2222 -o StrictHostKeyChecking=no deploy@host docker compose up", "deploy@host 2222 docker compose up")]
    [InlineData("ssh $HOST", "$HOST  ")]
    public void Remotes(string text, string expected)
    {
        var remote = Known.Find<RemoteCommand>(text);
        Assert.Equal(expected, $"{remote?.Host} {remote?.Port} {Known.Show(remote?.Inner)}");
    }

    [Theory]
    [InlineData("flyctl deploy --remote-only -c fly.staging.toml -a shop", "flyctl deploy shop fly.staging.toml True")]
    [InlineData("npx vercel --prod --token=$T", "vercel    True")]
    [InlineData("gcloud run deploy api --image gcr.io/x/api:$SHA --region eu", "gcloud run deploy api   True")]
    [InlineData("aws ecs update-service --cluster c --service api --force-new-deployment", "aws ecs update-service api  True")]
    [InlineData("aws s3 ls", "aws s3 ls   False")]
    [InlineData("terraform apply -auto-approve -var-file=prod.tfvars", "terraform apply  prod.tfvars True")]
    [InlineData("terraform plan", "terraform plan   False")]
    [InlineData("heroku logs -a x", "heroku logs x  False")]
    [InlineData("railway up --service api", "railway up api  True")]
    public void Platforms(string text, string expected)
    {
        var platform = Known.Find<PlatformCommand>(text);
        Assert.Equal(
            expected,
            $"{platform?.Platform} {platform?.Verb} {platform?.Application} {platform?.ConfigurationFile} {platform?.IsDeploy}"
        );
    }

    [Theory]
    [InlineData("make", "make:  | ")]
    [InlineData("make -C api -j4 build test TAG=1", "make: build test | api")]
    [InlineData("make -j 4 build", "make: build | ")]
    [InlineData("just deploy prod", "just: deploy | ")]
    [InlineData("task -d api build", "task: build | api")]
    public void Tasks(string text, string expected)
    {
        var task = Known.Find<TaskCommand>(text);
        Assert.Equal(expected, $"{task?.Tool}: {Known.Show(task?.Targets ?? [])} | {task?.Directory}");
    }

    [Theory]
    [InlineData("echo hi")]
    [InlineData("$CMD build")]
    [InlineData("X=1")]
    public void Everything_else_is_unknown(string text) =>
        Assert.Empty(Seaworthy.Tests.Reading.Formats.Shell.ShellText.Parse(text).SelectMany(KnownCommand.Of));

    [Fact]
    public void Wrappers_and_their_variables_are_told()
    {
        var line = CommandLine.Of(
            Seaworthy.Tests.Reading.Formats.Shell.ShellText.One("A=1 sudo -u app env B=2 timeout 30 poetry run ./bin/x y")
        );
        Assert.Equal(
            "x|sudo env timeout poetry|A=1 B=2|y",
            $"{line.Program}|{string.Join(' ', line.Wrappers)}|{Known.Show(line.Environment)}|{Known.Show(line.Arguments)}"
        );
    }

    [Theory]
    [InlineData("poetry install --no-root --only main", "poetry  False True")]
    [InlineData("uv sync --frozen --no-dev", "uv  True True")]
    [InlineData("pipenv install --deploy --system", "pipenv  True False")]
    [InlineData("composer install --no-dev -d api", "composer api False True")]
    [InlineData("go mod download", "go  False False")]
    [InlineData("bundle install", "bundle  False False")]
    [InlineData("dotnet restore Api.csproj", "dotnet  False False")]
    public void Manifest_installations(string text, string expected)
    {
        var install = Known.Find<ManifestInstallCommand>(text);
        Assert.Equal(expected, $"{install?.Manager} {install?.Directory} {install?.IsFrozen} {install?.OmitsDevelopment}");
    }

    [Theory]
    [InlineData(
        "until nc -z db 5432; do sleep 1; done; until curl -f localhost:3000; do sleep 1; done",
        "PortProbeCommand unbounded, HttpProbeCommand unbounded"
    )]
    [InlineData("for i in $(seq 30); do curl -fs localhost/health && break; sleep 2; done", "HttpProbeCommand bounded")]
    [InlineData("n=0\nwhile ! pg_isready -h db; do\n n=$((n+1)); [ $n -ge 10 ] && exit 1\n sleep 1\ndone", "PortProbeCommand bounded")]
    [InlineData("while true; do date; sleep 60; done", "")]
    [InlineData("for f in *.sql; do psql -f $f; done", "")]
    public void Wait_loops(string text, string expected)
    {
        var loops = WaitLoop.FindAll(Seaworthy.Tests.Reading.Formats.Shell.ShellText.Parse(text));
        Assert.Equal(
            expected,
            string.Join(", ", loops.Select(loop => $"{loop.Probes[0].GetType().Name} {(loop.IsBounded ? "bounded" : "unbounded")}"))
        );
    }
}
