namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Programs that serve, as data.</summary>
internal static class ServerPrograms
{
    private const string Loopback = "127.0.0.1";

    public static IReadOnlyList<ServerProgram> List { get; } =
    [
        new("uvicorn", 8000, "Uvicorn, Settings")
        {
            PortOptions = ["--port"],
            DefaultHost = Loopback,
            PortVariable = "UVICORN_PORT",
            HostVariables = ["UVICORN_HOST"],
        },
        new("fastapi run", 8000, "FastAPI CLI") { PortOptions = ["--port"], PortVariable = "PORT" },
        new("fastapi dev", 8000, "FastAPI CLI") { PortOptions = ["--port"], DefaultHost = Loopback },
        new("gunicorn", 8000, "Gunicorn, Settings, bind")
        {
            ConfiguredBy = ["gunicorn.conf.py", "gunicorn_config.py"],
            PortOptions = [],
            BindOptions = ["-b", "--bind"],
            DefaultHost = Loopback,
            PortVariable = "PORT",
            HostVariables = ["GUNICORN_CMD_ARGS"],
            OpensByPortVariable = true,
        },
        new("hypercorn", 8000, "Hypercorn, Configuring")
        {
            PortOptions = [],
            BindOptions = ["-b", "--bind"],
            DefaultHost = Loopback,
        },
        new("daphne", 8000, "Daphne, README")
        {
            BindOptions = ["-e", "--endpoint"],
            HostOptions = ["-b", "--bind"],
            DefaultHost = Loopback,
        },
        new("waitress-serve", 8080, "Waitress, runner") { PortOptions = ["--port"], BindOptions = ["--listen"] },
        new("flask run", 5000, "Flask, Command Line Interface")
        {
            HostOptions = ["-h", "--host"],
            DefaultHost = Loopback,
            PortVariable = "FLASK_RUN_PORT",
            HostVariables = ["FLASK_RUN_HOST"],
        },
        new("manage.py runserver", 8000, "Django, django-admin runserver")
        {
            PortOptions = [],
            DefaultHost = Loopback,
            TakesPositionalAddress = true,
        },
        new("python -m http.server", 8000, "Python, http.server")
        {
            PortOptions = [],
            HostOptions = ["-b", "--bind"],
            TakesPositionalAddress = true,
        },
        new("streamlit run", 8501, "Streamlit, config.toml")
        {
            ConfiguredBy = [".streamlit/config.toml"],
            PortOptions = ["--server.port"],
            HostOptions = ["--server.address"],
            PortVariable = "STREAMLIT_SERVER_PORT",
        },
        new("chainlit run", 8000, "Chainlit, Deploy, Overview")
        {
            PortOptions = ["--port"],
            DefaultHost = Loopback,
            PortVariable = "CHAINLIT_PORT",
            HostVariables = ["CHAINLIT_HOST"],
        },
        MlFlow("mlflow server"),
        MlFlow("mlflow ui"),
        new("tensorboard", 6006, "TensorBoard, --help")
        {
            PortOptions = ["--port"],
            DefaultHost = Loopback,
            OpeningOptions = ["--bind_all"],
        },
        new("dagster-webserver", 3000, "Dagster, Deploying Dagster as a service")
        {
            HostOptions = ["-h", "--host"],
            DefaultHost = Loopback,
        },
        Jupyter("jupyter lab"),
        Jupyter("jupyter notebook"),
        Jupyter("jupyter server"),
        Jupyter("jupyter-lab"),
        Jupyter("jupyter-notebook"),
        new("next start", 3000, "Next.js CLI") { HostOptions = ["-H", "--hostname"], PortVariable = "PORT" },
        new("next dev", 3000, "Next.js CLI") { HostOptions = ["-H", "--hostname"], PortVariable = "PORT" },
        new("remix-serve", 3000, "Remix, @remix-run/serve") { PortOptions = [], PortVariable = "PORT" },
        new("react-router-serve", 3000, "React Router, @react-router/serve") { PortOptions = [], PortVariable = "PORT" },
        new("nuxt start", 3000, "Nuxt CLI") { ConfiguredBy = ["nuxt.config."], PortVariable = "PORT" },
        new("vite", 5173, "Vite, Server options")
        {
            ConfiguredBy = ["vite.config."],
            PortOptions = ["--port"],
            DefaultHost = Loopback,
        },
        new("vite dev", 5173, "Vite, Server options")
        {
            ConfiguredBy = ["vite.config."],
            PortOptions = ["--port"],
            DefaultHost = Loopback,
        },
        new("vite preview", 4173, "Vite, Preview options")
        {
            ConfiguredBy = ["vite.config."],
            PortOptions = ["--port"],
            DefaultHost = Loopback,
        },
        new("react-scripts start", 3000, "Create React App, Advanced Configuration") { PortVariable = "PORT", ReadsDotEnv = true },
        new("ng serve", 4200, "Angular CLI, ng serve") { ConfiguredBy = ["angular.json"], DefaultHost = Loopback },
        new("serve", 3000, "vercel/serve, README") { BindOptions = ["-l", "--listen"], PortVariable = "PORT" },
        new("http-server", 8080, "http-server, README") { HostOptions = ["-a"], PortVariable = "PORT" },
        new("rails server", 3000, "Rails, Command Line")
        {
            ConfiguredBy = ["config/puma.rb"],
            HostOptions = ["-b", "--binding"],
            // localhost in development, every address otherwise.
            DefaultHost = null,
            PortVariable = "PORT",
        },
        new("rails s", 3000, "Rails, Command Line")
        {
            ConfiguredBy = ["config/puma.rb"],
            HostOptions = ["-b", "--binding"],
            // localhost in development, every address otherwise.
            DefaultHost = null,
            PortVariable = "PORT",
        },
        new("rackup", 9292, "Rack, rackup") { ConfiguredBy = ["config/puma.rb", "puma.rb"], HostOptions = ["-o", "--host"] },
        new("unicorn", 8080, "Unicorn, unicorn(1)") { BindOptions = ["-l", "--listen"], HostOptions = ["-o", "--host"] },
        new("thin start", 3000, "Thin, usage") { HostOptions = ["-a", "--address"] },
        new("puma", 9292, "Puma, README")
        {
            ConfiguredBy = ["puma.rb", "config/puma.rb"],
            BindOptions = ["-b", "--bind"],
            PortVariable = "PORT",
        },
        new("php artisan octane:start", 8000, "Laravel, Octane") { ConfiguredBy = ["config/octane.php"], PortOptions = ["--port"] },
        new("php artisan octane:frankenphp", 8000, "Laravel, Octane") { ConfiguredBy = ["config/octane.php"], PortOptions = ["--port"] },
        new("php artisan octane:swoole", 8000, "Laravel, Octane") { ConfiguredBy = ["config/octane.php"], PortOptions = ["--port"] },
        new("php artisan octane:roadrunner", 8000, "Laravel, Octane") { ConfiguredBy = ["config/octane.php"], PortOptions = ["--port"] },
        new("php artisan serve", 8000, "Laravel, artisan serve")
        {
            PortVariable = "SERVER_PORT",
            PortOptions = ["--port"],
            DefaultHost = Loopback,
            HostVariables = ["SERVER_HOST"],
        },
        new("php -S", 8000, "PHP, Built-in web server") { PortOptions = [], BindOptions = ["-S"] },
        new("celery flower", 5555, "Flower, Configuration")
        {
            PortOptions = ["--port"],
            HostOptions = ["--address"],
            PortVariable = "FLOWER_PORT",
            IsSubcommand = true,
        },
        new("php-fpm", 9000, "PHP, FPM configuration") { PortOptions = [] },
        new("redis-server --sentinel", 26379, "Redis, High availability with Redis Sentinel")
        {
            PortOptions = ["--port"],
            IsSubcommand = true,
        },
        new("redis-sentinel", 26379, "Redis, High availability with Redis Sentinel") { PortOptions = ["--port"] },
        new("redis-server", 6379, "Redis, configuration") { ConfiguredBy = ["redis.conf"], PortOptions = ["--port"] },
    ];

    private static ServerProgram MlFlow(string name) =>
        new(name, 5000, "MLflow, Command-Line Interface")
        {
            HostOptions = ["-h", "--host"],
            DefaultHost = Loopback,
            PortVariable = "MLFLOW_PORT",
            HostVariables = ["MLFLOW_HOST"],
        };

    private static ServerProgram Jupyter(string name) =>
        new(name, 8888, "Jupyter Server, Config file and command line options")
        {
            PortOptions = ["--port", "--ServerApp.port", "--NotebookApp.port"],
            HostOptions = ["--ip", "--ServerApp.ip", "--NotebookApp.ip"],
            // localhost, but its images bring settings along that open it.
            DefaultHost = null,
            PortVariable = "JUPYTER_PORT",
            HostVariables = ["JUPYTER_IP"],
        };

    /// <summary>As a command is compared with them.</summary>
    public static IReadOnlyList<ServerProgram> LongestFirst { get; } = [.. List.OrderByDescending(program => program.Name.Length)];
}
