using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Which distributions give a Python module, and which are commonly there without being asked for.</summary>
/// <remarks>Source: the distributions' own metadata (<c>top_level.txt</c>, <c>Requires-Dist</c>) in the Python Package Index.</remarks>
public static class PythonDistributions
{
    private const int LongestChain = 4;

    // module: the distributions that give it, the usual one first.
    private const string Givers = """
        yaml: pyyaml ruamel-yaml types-pyyaml
        PIL: pillow pillow-simd
        jwt: pyjwt jwt
        jose: python-jose jose
        dotenv: python-dotenv dotenv
        sklearn: scikit-learn sklearn
        skimage: scikit-image
        cv2: opencv-python opencv-python-headless opencv-contrib-python opencv-contrib-python-headless
        bs4: beautifulsoup4 bs4
        dateutil: python-dateutil
        psycopg2: psycopg2-binary psycopg2 psycopg2cffi
        psycopg: psycopg psycopg-binary
        MySQLdb: mysqlclient
        pymysql: pymysql
        mysql: mysql-connector-python mysql-connector
        asyncpg: asyncpg
        aiosqlite: aiosqlite
        pymongo: pymongo
        bson: pymongo bson
        gridfs: pymongo
        motor: motor
        beanie: beanie
        mongoengine: mongoengine
        redis: redis
        aioredis: aioredis
        kafka: kafka-python kafka-python-ng
        confluent_kafka: confluent-kafka
        pika: pika
        aio_pika: aio-pika
        celery: celery
        kombu: kombu
        rq: rq
        dramatiq: dramatiq
        apscheduler: apscheduler
        flask: flask
        flask_cors: flask-cors
        flask_sqlalchemy: flask-sqlalchemy
        flask_migrate: flask-migrate
        flask_login: flask-login
        flask_jwt_extended: flask-jwt-extended
        flask_limiter: flask-limiter
        flask_mail: flask-mail flask-mailman
        flask_socketio: flask-socketio
        flask_restful: flask-restful
        flask_caching: flask-caching
        flask_wtf: flask-wtf
        flask_bcrypt: flask-bcrypt
        flask_session: flask-session
        flask_talisman: flask-talisman
        flask_compress: flask-compress
        wtforms: wtforms
        socketio: python-socketio
        engineio: python-engineio
        fastapi: fastapi
        uvicorn: uvicorn
        gunicorn: gunicorn
        hypercorn: hypercorn
        starlette: starlette
        sse_starlette: sse-starlette
        slowapi: slowapi
        pydantic: pydantic
        pydantic_settings: pydantic-settings
        sqlalchemy: sqlalchemy
        sqlmodel: sqlmodel
        alembic: alembic
        tortoise: tortoise-orm
        peewee: peewee
        databases: databases
        django: django
        rest_framework: djangorestframework
        rest_framework_simplejwt: djangorestframework-simplejwt
        corsheaders: django-cors-headers
        django_filters: django-filter
        django_redis: django-redis
        drf_spectacular: drf-spectacular
        drf_yasg: drf-yasg
        environ: django-environ environ-config
        decouple: python-decouple
        storages: django-storages
        whitenoise: whitenoise
        channels: channels
        allauth: django-allauth
        dj_database_url: dj-database-url
        django_celery_beat: django-celery-beat
        aiohttp: aiohttp
        sanic: sanic
        tornado: tornado
        httpx: httpx
        requests: requests
        requests_oauthlib: requests-oauthlib
        aiofiles: aiofiles
        multipart: python-multipart multipart
        passlib: passlib
        bcrypt: bcrypt
        argon2: argon2-cffi
        cryptography: cryptography
        Crypto: pycryptodome pycrypto
        Cryptodome: pycryptodomex
        nacl: pynacl
        itsdangerous: itsdangerous
        pyotp: pyotp
        authlib: authlib
        oauthlib: oauthlib
        jinja2: jinja2
        markupsafe: markupsafe
        markdown: markdown
        bleach: bleach
        lxml: lxml
        numpy: numpy
        pandas: pandas
        polars: polars
        scipy: scipy
        matplotlib: matplotlib
        seaborn: seaborn
        plotly: plotly
        torch: torch
        torchvision: torchvision
        torchaudio: torchaudio
        tensorflow: tensorflow tensorflow-cpu tensorflow-gpu
        keras: keras
        transformers: transformers
        sentence_transformers: sentence-transformers
        datasets: datasets
        spacy: spacy
        nltk: nltk
        gensim: gensim
        xgboost: xgboost
        lightgbm: lightgbm
        catboost: catboost
        joblib: joblib scikit-learn
        faiss: faiss-cpu faiss-gpu
        chromadb: chromadb chromadb-client
        pinecone: pinecone pinecone-client
        qdrant_client: qdrant-client
        weaviate: weaviate-client
        openai: openai
        anthropic: anthropic
        cohere: cohere
        mistralai: mistralai
        groq: groq
        tiktoken: tiktoken
        langchain: langchain
        langchain_core: langchain-core
        langchain_community: langchain-community
        langchain_openai: langchain-openai
        langgraph: langgraph
        llama_cpp: llama-cpp-python
        llama_index: llama-index llama-index-core
        litellm: litellm
        whisper: openai-whisper
        boto3: boto3
        botocore: botocore
        aioboto3: aioboto3
        minio: minio
        stripe: stripe
        twilio: twilio
        sendgrid: sendgrid
        resend: resend
        supabase: supabase
        firebase_admin: firebase-admin
        sentry_sdk: sentry-sdk
        structlog: structlog
        loguru: loguru
        pythonjsonlogger: python-json-logger
        prometheus_client: prometheus-client
        prometheus_fastapi_instrumentator: prometheus-fastapi-instrumentator
        psutil: psutil
        watchdog: watchdog
        schedule: schedule
        croniter: croniter
        pytz: pytz
        tzlocal: tzlocal
        arrow: arrow
        pendulum: pendulum
        dateparser: dateparser
        humanize: humanize
        tenacity: tenacity
        backoff: backoff
        cachetools: cachetools
        orjson: orjson
        ujson: ujson
        simplejson: simplejson
        msgpack: msgpack
        toml: toml
        attr: attrs
        attrs: attrs
        marshmallow: marshmallow
        cerberus: cerberus
        jsonschema: jsonschema
        email_validator: email-validator
        phonenumbers: phonenumbers
        validators: validators
        click: click
        typer: typer
        rich: rich
        tqdm: tqdm
        colorama: colorama
        tabulate: tabulate
        docx: python-docx
        pptx: python-pptx
        openpyxl: openpyxl
        xlsxwriter: xlsxwriter
        xlrd: xlrd
        PyPDF2: pypdf2
        pypdf: pypdf
        pdfplumber: pdfplumber
        fitz: pymupdf pymupdfb
        reportlab: reportlab
        weasyprint: weasyprint
        pytesseract: pytesseract
        pdf2image: pdf2image
        qrcode: qrcode
        magic: python-magic python-magic-bin
        docker: docker
        kubernetes: kubernetes
        paramiko: paramiko
        fabric: fabric fabric3
        serial: pyserial
        usb: pyusb
        zmq: pyzmq
        websocket: websocket-client
        websockets: websockets
        grpc: grpcio
        elasticsearch: elasticsearch
        opensearchpy: opensearch-py
        neo4j: neo4j
        cassandra: cassandra-driver
        influxdb_client: influxdb-client
        clickhouse_driver: clickhouse-driver
        clickhouse_connect: clickhouse-connect
        snowflake: snowflake-connector-python snowflake-snowpark-python
        duckdb: duckdb
        telegram: python-telegram-bot
        aiogram: aiogram
        discord: discord-py py-cord
        slack_sdk: slack-sdk
        slack_bolt: slack-bolt
        github: pygithub
        git: gitpython
        tweepy: tweepy
        praw: praw
        selenium: selenium
        playwright: playwright
        scrapy: scrapy
        feedparser: feedparser
        html2text: html2text
        trafilatura: trafilatura
        fake_useragent: fake-useragent
        yfinance: yfinance
        ccxt: ccxt
        binance: python-binance
        web3: web3
        streamlit: streamlit
        gradio: gradio
        dash: dash
        altair: altair
        networkx: networkx
        sympy: sympy
        statsmodels: statsmodels
        shapely: shapely
        geopandas: geopandas
        folium: folium
        geopy: geopy
        textblob: textblob
        wordcloud: wordcloud
        mlflow: mlflow
        optuna: optuna
        shap: shap
        prophet: prophet
        slugify: python-slugify awesome-slugify unicode-slugify
        Levenshtein: python-levenshtein levenshtein
        rapidfuzz: rapidfuzz
        fuzzywuzzy: fuzzywuzzy
        thefuzz: thefuzz
        unidecode: unidecode
        nanoid: nanoid
        shortuuid: shortuuid
        graphene: graphene
        strawberry: strawberry-graphql
        ariadne: ariadne
        mangum: mangum
        eventlet: eventlet
        gevent: gevent
        waitress: waitress
        locust: locust
        faker: faker
        moviepy: moviepy
        pydub: pydub
        soundfile: soundfile
        librosa: librosa
        imageio: imageio
        mediapipe: mediapipe
        ultralytics: ultralytics
        face_recognition: face-recognition
        easyocr: easyocr
        hvac: hvac
        ldap3: ldap3
        ldap: python-ldap
        pymssql: pymssql
        pyodbc: pyodbc
        oracledb: oracledb
        cx_Oracle: cx-oracle
        """;

    // Parts of a namespace that many distributions share, and who gives them.
    private const string NamespaceGivers = """
        opentelemetry.trace: opentelemetry-api
        opentelemetry.metrics: opentelemetry-api
        opentelemetry.context: opentelemetry-api
        opentelemetry.propagate: opentelemetry-api
        opentelemetry.baggage: opentelemetry-api
        opentelemetry.sdk: opentelemetry-sdk
        opentelemetry.exporter.otlp.proto.grpc: opentelemetry-exporter-otlp-proto-grpc opentelemetry-exporter-otlp
        opentelemetry.exporter.otlp.proto.http: opentelemetry-exporter-otlp-proto-http opentelemetry-exporter-otlp
        opentelemetry.exporter.prometheus: opentelemetry-exporter-prometheus
        opentelemetry.instrumentation.asgi: opentelemetry-instrumentation-asgi opentelemetry-instrumentation-fastapi
        opentelemetry.instrumentation.asyncpg: opentelemetry-instrumentation-asyncpg
        opentelemetry.instrumentation.celery: opentelemetry-instrumentation-celery
        opentelemetry.instrumentation.django: opentelemetry-instrumentation-django
        opentelemetry.instrumentation.fastapi: opentelemetry-instrumentation-fastapi
        opentelemetry.instrumentation.flask: opentelemetry-instrumentation-flask
        opentelemetry.instrumentation.httpx: opentelemetry-instrumentation-httpx
        opentelemetry.instrumentation.logging: opentelemetry-instrumentation-logging
        opentelemetry.instrumentation.psycopg2: opentelemetry-instrumentation-psycopg2
        opentelemetry.instrumentation.redis: opentelemetry-instrumentation-redis
        opentelemetry.instrumentation.requests: opentelemetry-instrumentation-requests
        opentelemetry.instrumentation.sqlalchemy: opentelemetry-instrumentation-sqlalchemy
        azure.identity: azure-identity
        azure.storage.blob: azure-storage-blob
        azure.keyvault.secrets: azure-keyvault-secrets
        google.cloud.bigquery: google-cloud-bigquery
        google.cloud.firestore: google-cloud-firestore firebase-admin
        google.cloud.pubsub_v1: google-cloud-pubsub
        google.cloud.secretmanager: google-cloud-secret-manager
        google.cloud.storage: google-cloud-storage firebase-admin
        """;

    // What so many distributions bring that its absence from a manifest proves little.
    private static readonly FrozenSet<string> Common = """
        requests urllib3 certifi idna numpy typing_extensions pydantic attr attrs six dateutil pytz yaml packaging click cryptography httpx anyio setuptools
        pkg_resources pip wheel google markupsafe rich tqdm dotenv aiohttp websockets grpc psutil PIL toml tomli tomlkit jsonschema colorama pygments
        distutils cachetools zope azure opentelemetry importlib_metadata importlib_resources websocket cffi greenlet win32api win32con pywintypes winreg
        tenacity joblib
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> ByModule = Table(Givers, ": ");
    private static readonly Dictionary<string, string[]> ByNamespace = Table(NamespaceGivers, ": ");
    private static readonly Dictionary<string, string[]> Brought = Table(PythonBringers.Table, " > ");

    /// <summary>The distributions that give a module, the usual one first; none when the table does not know it.</summary>
    public static IReadOnlyList<string> Of(string module) => ByModule.GetValueOrDefault(module) ?? [];

    /// <summary>The same for a module below a namespace of many distributions: <c>opentelemetry.sdk.trace</c>.</summary>
    public static IReadOnlyList<string> OfNamespace(string module)
    {
        for (var end = module.Length; end > 0; end = module.LastIndexOf('.', end - 1))
        {
            if (ByNamespace.TryGetValue(module[..end], out var found))
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>Whether an installation of the distribution, by its normal name, brings the module along, by itself or by what it brings.</summary>
    public static bool Brings(string distribution, string module) => Brings(distribution, module, LongestChain);

    private static bool Brings(string distribution, string module, int steps) =>
        steps > 0
        && Brought.TryGetValue(distribution, out var modules)
        && (
            modules.Contains(module, StringComparer.Ordinal)
            || Array.Exists(modules, brought => Brings(brought.Replace('_', '-'), module, steps - 1))
        );

    /// <summary>Whether many distributions bring the module, more than the table knows.</summary>
    public static bool IsCommonlyBrought(string module) => Common.Contains(module);

    private static Dictionary<string, string[]> Table(string text, string mark) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim().Split(mark))
            .ToDictionary(parts => parts[0], parts => parts[1].Split(' '), StringComparer.Ordinal);
}
