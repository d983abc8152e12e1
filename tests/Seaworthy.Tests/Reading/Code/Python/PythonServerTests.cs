using Xunit;

namespace Seaworthy.Tests.Reading.Code.Python;

public sealed class PythonServerTests
{
    [Fact]
    public void FastApi_is_read()
    {
        var file = CodeFacts.Read(
            "main.py",
            """
            from fastapi import FastAPI, APIRouter
            from .routes import users
            app = FastAPI(docs_url=None)
            router = APIRouter(prefix="/items")

            @app.get("/health")
            async def health(): ...

            @router.api_route("/x", methods=["GET", "POST"])
            def x(): ...

            @app.exception_handler(404)
            def missing(): ...

            app.include_router(users.router, prefix=f"{settings.API}/users", tags=["users"])
            app.include_router(router)
            app.mount("/static", StaticFiles(directory="static"), name="static")
            app.add_middleware(CORSMiddleware, allow_origins=["http://a", "*"])

            if __name__ == "__main__":
                uvicorn.run("main:app", host="0.0.0.0", port=int(os.getenv("PORT", "8000")), reload=True)
            """
        );

        Assert.Equal(["app GET '/health'", "router GET '/x'", "router POST '/x'", "app GET '/static' prefix"], file.Serves());
        Assert.Equal(["app < users.router (@settings.API+'/users')", "app < router -"], file.Hangs());
        Assert.Equal(["uvicorn '0.0.0.0' $PORT:'8000'"], file.Listens());
        Assert.Equal("'/items'", CodeFacts.Text(file.Routers.Single(router => router.Name == "router").Prefix));
        Assert.Contains("uvicorn.reload = 'true'", file.Sets());
        Assert.Equal(
            ["static.root = 'static'", "cors.origins = 'http://a'", "cors.origins = '*'", "cors.methods = 'GET'"],
            file.Sets().Where(text => !text.StartsWith("uvicorn", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("/docs", file.Routes.Select(route => CodeFacts.Text(route.Path)));
    }

    [Fact]
    public void Flask_is_read()
    {
        var file = CodeFacts.Read(
            "app.py",
            """
            from flask import Flask, Blueprint
            app = Flask(__name__)
            bp = Blueprint("users", __name__, url_prefix="/users")

            @bp.route("/<int:id>", methods=["GET", "DELETE"])
            def one(id): ...

            @app.route("/")
            def index(): ...

            app.register_blueprint(bp, url_prefix="/api/users")
            app.add_url_rule("/x", view_func=x)
            app.config["SECRET_KEY"] = "dev"
            app.run(debug=True)
            """
        );

        Assert.Equal(["bp GET '/<int:id>'", "bp DELETE '/<int:id>'", "app GET '/'", "app GET '/x'"], file.Serves());
        Assert.Equal(["app < bp '/api/users'"], file.Hangs());
        Assert.Equal(["flask '127.0.0.1' '5000'"], file.Listens());
        Assert.Equal(["flask.debug = 'true'", "session.secret = 'dev'"], file.Sets());
    }

    [Fact]
    public void Django_urls_and_rest_routers_are_read()
    {
        var file = CodeFacts.Read(
            "shop/urls.py",
            """
            from django.urls import path, re_path, include
            router = DefaultRouter()
            router.register(r"users", UserViewSet)
            urlpatterns = [
                path("admin/", admin.site.urls),
                path("api/", include(router.urls)),
                path("shop/", include("shop.cart.urls")),
                path("v1/", include([path("a/", views.a), path("b/", views.B.as_view())])),
                re_path(r"^items/(?P<id>\d+)/$", views.item),
            ]
            """
        );

        Assert.Equal(
            ["urlpatterns * 'admin/' prefix", "urlpatterns * 'v1/a/'", "urlpatterns * 'v1/b/'", "urlpatterns * 'items/<id>/'"],
            file.Serves().Where(route => route.StartsWith("url", StringComparison.Ordinal))
        );
        Assert.Contains("router POST 'users/'", file.Serves());
        Assert.Equal(["urlpatterns < router 'api/'", "urlpatterns < shop.cart.urls 'shop/'"], file.Hangs());
    }

    [Fact]
    public void Django_settings_are_facts()
    {
        var file = CodeFacts.Read(
            "shop/settings.py",
            """
            import os
            DEBUG = os.environ.get("DEBUG", "1") == "1"
            ALLOWED_HOSTS = ["a.example", "b.example"]
            INSTALLED_APPS = ["django.contrib.admin"]
            DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": os.getenv("DB_HOST", "db")}}
            """
        );

        Assert.Equal(
            [
                "django.DEBUG = <it is a condition>",
                "django.ALLOWED_HOSTS = 'a.example'",
                "django.ALLOWED_HOSTS = 'b.example'",
                "django.INSTALLED_APPS = 'django.contrib.admin'",
                "django.DATABASES.default.ENGINE = 'django.db.backends.postgresql'",
                "django.DATABASES.default.HOST = $DB_HOST:'db'",
            ],
            file.Sets()
        );
    }

    [Fact]
    public void Celery_is_read()
    {
        var file = CodeFacts.Read(
            "worker.py",
            """
            from celery import Celery
            celery_app = Celery("worker", broker=BROKER, include=["app.tasks"])
            celery_app.conf.update(task_routes={"app.tasks.mail": {"queue": "mail"}})
            celery_app.conf.beat_schedule = {"nightly": {"task": "app.tasks.clean", "schedule": 60}}

            @celery_app.task(name="app.tasks.mail")
            def mail(): ...
            """
        );

        Assert.Equal(
            [
                "celery.app = 'celery_app'",
                "celery.name = 'worker'",
                "celery.broker = @BROKER",
                "celery.include = 'app.tasks'",
                "celery.route.app.tasks.mail = 'mail'",
                "celery.beat.nightly = 'app.tasks.clean'",
                "celery.namedTask = 'app.tasks.mail'",
            ],
            file.Sets()
        );
    }

    [Fact]
    public void Other_servers_are_known()
    {
        Assert.Equal(["gunicorn - '0.0.0.0:8000'"], CodeFacts.Read("gunicorn.conf.py", "bind = '0.0.0.0:8000'\n").Listens());
        Assert.Equal(["grpc - '[::]:50051'"], CodeFacts.Read("s.py", "import grpc\nserver.add_insecure_port('[::]:50051')\n").Listens());
        Assert.Equal(
            ["http.server '' '8000'"],
            CodeFacts.Read("s.py", "from http.server import HTTPServer\nHTTPServer(('', 8000), H).serve_forever()\n").Listens()
        );
        Assert.Equal(["aiohttp '0.0.0.0' '8080'"], CodeFacts.Read("s.py", "from aiohttp import web\nweb.run_app(app)\n").Listens());
    }

    [Fact]
    public void Requests_and_files_are_read()
    {
        var file = CodeFacts.Read(
            "client.py",
            """
            import httpx, requests, os
            requests.get(f"{BASE}/x", timeout=5)
            async def f():
                async with httpx.AsyncClient(base_url="http://svc:8000") as client:
                    await client.post("/y", json={})
            data = open(os.path.join(os.path.dirname(__file__), "data.json")).read()
            open("/var/log/x", "w")
            """
        );

        Assert.Equal(["GET (@BASE+'/x')", "POST '/y' by client"], file.Requests());
        Assert.Contains("client.baseURL = 'http://svc:8000'", file.Names());
        Assert.Contains("'/var/log/x' write", file.Opens());
    }
}
