using static Seaworthy.Model.Declared.Scripts.Commands.ProgramSyntax;

namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>The servers and runners that are understood, each with the options that matter, from its command line reference.</summary>
internal static class ProgramTable
{
    private static readonly ProgramSyntax Uvicorn = new(
        new OptionGrammar(
            """
            --host --port --uds --fd --reload-dir --reload-include --reload-exclude --workers --loop --http --ws --lifespan --interface --env-file
            --log-config --log-level --root-path --forwarded-allow-ips --limit-concurrency --limit-max-requests --backlog --timeout-keep-alive
            --timeout-graceful-shutdown --ssl-keyfile --ssl-certfile --app-dir --header --ws-max-size --ws-ping-interval --ws-ping-timeout
            """
        )
    )
    {
        Operand = OperandKind.Application,
        Host = ["--host"],
        Port = ["--port"],
        Workers = ["--workers"],
        Reload = ["--reload"],
        SourceDirectory = ["--app-dir"],
    };

    private static readonly ProgramSyntax Gunicorn = new(
        new OptionGrammar(
            """
            -b --bind -w --workers -k --worker-class -t --timeout -c --config --chdir --log-level --access-logfile --error-logfile --log-file
            --access-logformat --threads --max-requests --max-requests-jitter --graceful-timeout --keep-alive -e --env --pythonpath -n --name -u --user
            -g --group -p --pid --worker-tmp-dir --log-config --certfile --keyfile --forwarded-allow-ips --worker-connections --backlog --umask
            --statsd-host --limit-request-line --reload-extra-file
            """
        )
    )
    {
        Operand = OperandKind.Application,
        Bind = ["-b", "--bind"],
        Workers = ["-w", "--workers"],
        Reload = ["--reload"],
        SourceDirectory = ["--chdir", "--pythonpath"],
        ConfigurationFile = ["-c", "--config"],
    };

    private static readonly ProgramSyntax Deno = new(
        new OptionGrammar("-c --config --import-map --lock --cert --location --seed --ext -L --log-level --port --host --env-file")
    )
    {
        Verbs = ["run", "serve"],
        Host = ["--host"],
        Port = ["--port"],
        Reload = ["--watch"],
    };

    private static readonly ProgramSyntax Celery = new(
        new OptionGrammar(
            """
            -A --app -Q --queues -l --loglevel -c --concurrency -n --hostname -P --pool -s --schedule --broker -b -S --scheduler --workdir -f --logfile
            --pidfile --max-tasks-per-child --time-limit --soft-time-limit --autoscale --port --address --basic-auth --max-memory-per-child
            --result-backend --url_prefix --prefetch-multiplier
            """
        )
    )
    {
        Operand = OperandKind.None,
        Verbs = ["worker", "beat", "flower", "events"],
        Application = ["-A", "--app"],
        Workers = ["-c", "--concurrency"],
        Port = ["--port"],
        SourceDirectory = ["--workdir"],
    };

    private static readonly ProgramSyntax Node = new(
        new OptionGrammar(
            """
            -r --require --import --loader --experimental-loader -e --eval -p --print -P --project --tsconfig -C --conditions --watch --ext --exec -x -w
            --ignore -i --delay -V -c --config -A --env-file-path --run
            """
        )
        {
            EndsAtOperand = true,
        }
    );

    private static readonly ProgramSyntax Script = new(new OptionGrammar("-I -r -W -X -o -O -Q -c -e -d -z") { EndsAtOperand = true });

    public static IReadOnlyDictionary<string, ProgramSyntax> ByName { get; } =
        new Dictionary<string, ProgramSyntax>(StringComparer.Ordinal)
        {
            ["uvicorn"] = Uvicorn,
            ["granian"] = Uvicorn,
            ["gunicorn"] = Gunicorn,
            ["hypercorn"] = Gunicorn,
            ["daphne"] = new(new OptionGrammar("-b --bind -p --port -u -e --endpoint --root-path -v --access-log"))
            {
                Operand = OperandKind.Application,
                Host = ["-b", "--bind"],
                Port = ["-p", "--port"],
            },
            ["waitress-serve"] = new(new OptionGrammar("--listen --host --port --threads --url-scheme"))
            {
                Operand = OperandKind.Application,
                Bind = ["--listen"],
                Host = ["--host"],
                Port = ["--port"],
            },
            ["uwsgi"] = new(
                new OptionGrammar("--http --socket --http-socket --ini --module -w --wsgi-file --chdir --processes -p --threads --callable")
            )
            {
                Bind = ["--http", "--http-socket", "--socket"],
                Application = ["--module", "-w"],
                ConfigurationFile = ["--ini"],
                SourceDirectory = ["--chdir"],
                Workers = ["--processes", "-p"],
            },
            ["celery"] = Celery,
            ["flask"] = new(new OptionGrammar("--app -A --host -h --port -p -e --env-file --cert --key"))
            {
                Operand = OperandKind.None,
                Verbs = ["run"],
                DevelopmentVerbs = ["run"],
                Application = ["--app", "-A"],
                Host = ["--host", "-h"],
                Port = ["--port", "-p"],
                Reload = ["--reload", "--debug"],
            },
            ["fastapi"] = new(new OptionGrammar("--host --port --workers --app --root-path"))
            {
                Verbs = ["run", "dev"],
                DevelopmentVerbs = ["dev"],
                Host = ["--host"],
                Port = ["--port"],
                Workers = ["--workers"],
                Reload = ["--reload"],
            },
            ["streamlit"] = new(new OptionGrammar("--server.port --server.address"))
            {
                Verbs = ["run"],
                Host = ["--server.address"],
                Port = ["--server.port"],
            },
            ["rq"] = new(new OptionGrammar("-u --url -n --name -c --config"))
            {
                Operand = OperandKind.None,
                Verbs = ["worker", "worker-pool"],
            },
            ["dramatiq"] = new(new OptionGrammar("-p --processes -t --threads -Q"))
            {
                Operand = OperandKind.Application,
                Workers = ["-p", "--processes"],
            },
            ["arq"] = new(new OptionGrammar("")) { Operand = OperandKind.Application },
            ["node"] = Node,
            ["nodejs"] = Node,
            ["ts-node"] = Node,
            ["ts-node-dev"] = Node with { DevelopmentVerbs = ["*"], Reload = ["--respawn"] },
            ["tsx"] = Node with { Verbs = ["watch"], DevelopmentVerbs = ["watch"] },
            ["nodemon"] = Node with { DevelopmentVerbs = ["*"] },
            ["deno"] = Deno,
            ["bun"] = Node with { Verbs = ["run"], Reload = ["--watch", "--hot"] },
            ["pm2"] = new(new OptionGrammar("--name -i --instances --env -n"))
            {
                Verbs = ["start", "reload", "restart"],
                Workers = ["-i", "--instances"],
            },
            ["pm2-runtime"] = new(new OptionGrammar("--name -i --instances --env -n"))
            {
                Verbs = ["start"],
                Workers = ["-i", "--instances"],
            },
            ["next"] = new(new OptionGrammar("-p --port -H --hostname"))
            {
                Operand = OperandKind.Directory,
                // Without a verb it is `next dev`.
                Verbs = ["start", "dev", ""],
                DevelopmentVerbs = ["dev", ""],
                Port = ["-p", "--port"],
                Host = ["-H", "--hostname"],
            },
            ["nuxt"] = new(new OptionGrammar("-p --port -H --host"))
            {
                Operand = OperandKind.Directory,
                Verbs = ["start", "dev", "preview"],
                DevelopmentVerbs = ["dev", "preview"],
                Port = ["-p", "--port"],
                Host = ["-H", "--host"],
            },
            ["vite"] = new(new OptionGrammar("--port --host? -c --config -m --mode --base -l --logLevel"))
            {
                Operand = OperandKind.Directory,
                Verbs = ["dev", "serve", "preview", ""],
                DevelopmentVerbs = ["dev", "serve", "preview", ""],
                Port = ["--port"],
                Host = ["--host"],
                ConfigurationFile = ["-c", "--config"],
            },
            ["react-scripts"] = new(new OptionGrammar(""))
            {
                Operand = OperandKind.None,
                Verbs = ["start"],
                DevelopmentVerbs = ["start"],
            },
            ["ng"] = new(new OptionGrammar("--port --host? --configuration -c --proxy-config"))
            {
                Operand = OperandKind.None,
                Verbs = ["serve"],
                DevelopmentVerbs = ["serve"],
                Port = ["--port"],
                Host = ["--host"],
            },
            ["webpack"] = new(new OptionGrammar("-c --config --port --host --mode --env"))
            {
                Operand = OperandKind.None,
                Verbs = ["serve", "server"],
                DevelopmentVerbs = ["serve", "server"],
                Port = ["--port"],
                Host = ["--host"],
            },
            ["webpack-dev-server"] = new(new OptionGrammar("-c --config --port --host --mode --env"))
            {
                Operand = OperandKind.None,
                DevelopmentVerbs = ["*"],
                Port = ["--port"],
                Host = ["--host"],
            },
            ["gatsby"] = new(new OptionGrammar("-p --port -H --host"))
            {
                Operand = OperandKind.None,
                Verbs = ["develop"],
                DevelopmentVerbs = ["develop"],
                Port = ["-p", "--port"],
                Host = ["-H", "--host"],
            },
            ["astro"] = new(new OptionGrammar("--port --host? --config --root"))
            {
                Operand = OperandKind.None,
                Verbs = ["dev"],
                DevelopmentVerbs = ["dev"],
                Port = ["--port"],
                Host = ["--host"],
            },
            ["nest"] = new(new OptionGrammar("-p --path -c --config -e --exec"))
            {
                Operand = OperandKind.None,
                Verbs = ["start"],
                Reload = ["--watch", "-w"],
            },
            ["serve"] = new(new OptionGrammar("-l --listen -p -c --config -L"))
            {
                Operand = OperandKind.Directory,
                Port = ["-l", "--listen", "-p"],
                ConfigurationFile = ["-c", "--config"],
            },
            ["http-server"] = new(new OptionGrammar("-p --port -a -c -P --proxy -S -C -K"))
            {
                Operand = OperandKind.Directory,
                Port = ["-p", "--port"],
                Host = ["-a"],
            },
            ["json-server"] = new(new OptionGrammar("-p --port -H --host -c --config"))
            {
                Port = ["-p", "--port"],
                Host = ["-H", "--host"],
                DevelopmentVerbs = ["*"],
            },
            ["cargo"] = new(new OptionGrammar("--bin -p --package --manifest-path --example --features -F --target --profile"))
            {
                Operand = OperandKind.None,
                Verbs = ["run"],
                DevelopmentVerbs = ["run"],
                Application = ["--bin", "-p", "--package"],
                ConfigurationFile = ["--manifest-path"],
            },
            ["go"] = new(new OptionGrammar("-tags -ldflags -mod -exec -C") { HasSingleDash = true })
            {
                Verbs = ["run"],
                DevelopmentVerbs = ["run"],
                SourceDirectory = ["-C"],
            },
            ["air"] = new(new OptionGrammar("-c"))
            {
                Operand = OperandKind.None,
                DevelopmentVerbs = ["*"],
                ConfigurationFile = ["-c"],
            },
            ["rails"] = new(new OptionGrammar("-p --port -b --binding -e --environment -P --pid"))
            {
                Operand = OperandKind.None,
                Verbs = ["server", "s"],
                Port = ["-p", "--port"],
                Host = ["-b", "--binding"],
            },
            ["puma"] = new(new OptionGrammar("-p --port -b --bind -C --config -e --environment -w --workers -t --threads --dir"))
            {
                Port = ["-p", "--port"],
                Bind = ["-b", "--bind"],
                Workers = ["-w", "--workers"],
                ConfigurationFile = ["-C", "--config"],
            },
            ["rackup"] = new(new OptionGrammar("-p --port -o --host -s -E --env")) { Port = ["-p", "--port"], Host = ["-o", "--host"] },
            ["sidekiq"] = new(new OptionGrammar("-C --config -c --concurrency -q --queue -r --require -e --environment"))
            {
                Operand = OperandKind.None,
                ConfigurationFile = ["-C", "--config"],
                Workers = ["-c", "--concurrency"],
            },
            ["php"] = Script with
            {
                Grammar = new OptionGrammar("-d -c -S -t -r -f -z") { EndsAtOperand = true },
                Bind = ["-S"],
                SourceDirectory = ["-t"],
            },
            ["ruby"] = Script,
            ["perl"] = Script,
            ["bash"] = Script with { Grammar = new OptionGrammar("-o -O -c") { EndsAtOperand = true } },
            ["sh"] = Script with { Grammar = new OptionGrammar("-o -c") { EndsAtOperand = true } },
            ["zsh"] = Script with { Grammar = new OptionGrammar("-o -c") { EndsAtOperand = true } },
            ["ash"] = Script with { Grammar = new OptionGrammar("-o -c") { EndsAtOperand = true } },
        };
}
