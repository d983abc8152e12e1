namespace Seaworthy.Model.Known;

/// <summary>Python distributions that bring the modules of others along.</summary>
/// <remarks>Source: the distributions' own metadata (<c>Requires-Dist</c>) in the Python Package Index.</remarks>
internal static class PythonBringers
{
    // distribution > modules that its installation includes.
    public const string Table = """
        fastapi > starlette pydantic anyio typing_extensions
        sqlmodel > sqlalchemy pydantic
        wrds > sqlalchemy psycopg2 pandas numpy
        pydantic-settings > pydantic dotenv
        fastapi-mail > jinja2 pydantic pydantic_settings email_validator aiosmtplib starlette
        fastapi-users > passlib jwt multipart email_validator fastapi starlette pydantic
        flask > werkzeug jinja2 click itsdangerous markupsafe blinker
        quart > werkzeug jinja2 click itsdangerous markupsafe aiofiles hypercorn
        flask-sqlalchemy > sqlalchemy flask
        flask-migrate > alembic flask flask_sqlalchemy sqlalchemy
        flask-jwt-extended > jwt flask
        flask-wtf > wtforms flask
        flask-bcrypt > bcrypt flask
        flask-socketio > socketio engineio flask
        flask-restx > jsonschema pytz flask
        connexion > requests yaml jsonschema jinja2
        alembic > sqlalchemy mako
        apache-airflow-providers-amazon > boto3 botocore
        celery > kombu billiard vine click dateutil
        requests > urllib3 certifi idna charset_normalizer
        pandas > numpy pytz dateutil
        scikit-learn > numpy scipy joblib
        scipy > numpy
        matplotlib > numpy PIL dateutil
        seaborn > numpy pandas matplotlib
        statsmodels > numpy pandas scipy
        xgboost > numpy scipy
        lightgbm > numpy scipy
        catboost > numpy pandas scipy matplotlib plotly
        torch > jinja2 networkx sympy
        torchvision > numpy PIL torch
        tensorflow > numpy keras requests grpc google
        transformers > numpy yaml requests tqdm huggingface_hub tokenizers
        sentence-transformers > torch transformers numpy scipy sklearn PIL tqdm jinja2 networkx
        datasets > numpy pandas requests tqdm aiohttp yaml huggingface_hub
        spacy > numpy requests tqdm jinja2 typer pydantic
        openai > httpx pydantic anyio tqdm
        anthropic > httpx pydantic anyio
        groq > httpx pydantic anyio
        mistralai > httpx pydantic
        cohere > httpx pydantic requests
        litellm > httpx openai tokenizers jinja2 tiktoken aiohttp click jsonschema pydantic dotenv
        langchain > langchain_core sqlalchemy pydantic yaml requests tenacity numpy aiohttp jsonpatch
        langchain-core > pydantic yaml tenacity
        langchain-community > langchain langchain_core sqlalchemy pydantic yaml requests tenacity numpy aiohttp
        langchain-openai > openai tiktoken langchain_core httpx pydantic
        langgraph > langchain_core pydantic httpx
        chromadb > numpy pydantic requests yaml fastapi uvicorn tenacity typer kubernetes bcrypt
        llama-index > openai tiktoken numpy pandas nltk bs4 httpx sqlalchemy tenacity
        crewai > openai litellm pydantic jinja2 click langchain
        gradio > fastapi httpx jinja2 numpy pandas PIL pydantic yaml uvicorn aiofiles multipart orjson typer requests websockets
        streamlit > numpy pandas requests altair PIL tornado jinja2 click tenacity toml cachetools git packaging rich
        dash > flask plotly requests werkzeug jinja2
        altair > jinja2 jsonschema
        bokeh > jinja2 numpy PIL yaml tornado
        folium > jinja2 numpy requests
        mlflow > flask sqlalchemy alembic numpy pandas sklearn scipy matplotlib jinja2 docker yaml requests click
        optuna > sqlalchemy alembic numpy tqdm yaml
        yfinance > pandas numpy requests bs4 lxml pytz
        boto3 > botocore dateutil jmespath s3transfer
        aioboto3 > boto3 botocore aiohttp aiobotocore
        moto > boto3 botocore jinja2 requests werkzeug cryptography
        supabase > httpx gotrue postgrest storage3 realtime
        firebase-admin > google jwt requests cachecontrol
        stripe > requests
        twilio > requests aiohttp jwt
        docker > requests urllib3
        kubernetes > yaml requests dateutil websocket
        poetry > requests packaging
        python-jose > ecdsa rsa
        authlib > cryptography
        paramiko > cryptography bcrypt nacl
        fabric > paramiko invoke
        pyopenssl > cryptography
        aiohttp > yarl multidict attr
        jsonschema > attr attrs
        httpx > anyio certifi idna httpcore
        motor > pymongo bson gridfs
        beanie > motor pymongo bson pydantic
        mongoengine > pymongo bson
        odmantic > motor pymongo bson pydantic
        django > asgiref sqlparse
        djangorestframework > django
        djangorestframework-simplejwt > jwt rest_framework django
        dj-rest-auth > rest_framework django
        django-environ > environ
        django-celery-beat > celery django croniter
        django-redis > redis django
        channels > django asgiref
        channels-redis > redis msgpack channels asgiref
        django-allauth > django requests jwt cryptography oauthlib requests_oauthlib
        drf-spectacular > rest_framework yaml jsonschema django
        typer > click rich
        selenium > urllib3 certifi websocket
        scrapy > lxml twisted parsel
        locust > flask gevent requests psutil zmq
        weasyprint > PIL
        reportlab > PIL
        pdfplumber > PIL
        python-pptx > lxml PIL
        python-docx > lxml
        rq > redis click
        dramatiq > prometheus_client
        arq > redis click
        slowapi > limits
        prometheus-fastapi-instrumentator > prometheus_client starlette
        structlog-sentry > structlog sentry_sdk
        uvicorn > click h11
        geopandas > pandas numpy shapely
        librosa > numpy scipy sklearn joblib soundfile
        ultralytics > numpy cv2 torch torchvision PIL yaml requests scipy pandas psutil tqdm matplotlib
        easyocr > torch torchvision numpy cv2 scipy PIL skimage shapely yaml
        openai-whisper > torch numpy tqdm tiktoken
        web3 > aiohttp requests websockets eth_account pydantic
        ccxt > aiohttp requests cryptography certifi
        python-telegram-bot > httpx
        aiogram > aiohttp aiofiles pydantic certifi magic_filter
        discord-py > aiohttp
        apache-airflow > pendulum sqlalchemy alembic jinja2 markupsafe requests flask werkzeug dateutil cryptography psutil tenacity attr croniter jsonschema packaging rich httpx yaml click
        ansible > jinja2 yaml cryptography
        sphinx > jinja2 requests
        mkdocs > jinja2 yaml click
        cookiecutter > jinja2 requests click yaml
        great-expectations > jinja2 pandas numpy
        strawberry-graphql > graphql dateutil
        graphene > graphql
        sentry-sdk > urllib3 certifi
        qdrant-client > httpx numpy pydantic grpc
        weaviate-client > httpx pydantic requests authlib validators grpc
        meilisearch-python-async > aiofiles jwt httpx pydantic camel_converter
        meilisearch-python-sdk > aiofiles jwt httpx pydantic camel_converter
        opentelemetry-exporter-prometheus > prometheus_client
        django-prometheus > prometheus_client django
        starlette-exporter > prometheus_client starlette
        flower > prometheus_client tornado humanize pytz celery
        pygithub > jwt requests nacl
        msal > jwt requests cryptography
        snowflake-connector-python > jwt requests cryptography
        chainlit > aiofiles fastapi httpx uvicorn
        nicegui > aiofiles fastapi httpx uvicorn
        pinecone-client > requests tqdm yaml dateutil urllib3
        huggingface-hub > httpx typer tqdm yaml packaging
        tokenizers > huggingface_hub
        diffusers > numpy requests PIL huggingface_hub
        accelerate > numpy torch psutil packaging yaml huggingface_hub
        peft > numpy torch transformers accelerate tqdm psutil yaml
        timm > torch torchvision yaml huggingface_hub
        google-genai > httpx pydantic anyio requests tenacity websockets
        google-generativeai > pydantic tqdm google
        langchain-google-genai > langchain_core pydantic google
        langchain-anthropic > anthropic langchain_core pydantic
        langchain-chroma > chromadb langchain_core numpy
        apache-airflow[amazon] > boto3 botocore
        apache-airflow[aws] > boto3 botocore
        apache-airflow[postgres] > psycopg2
        apache-airflow[celery] > celery flower
        apache-airflow[cncf-kubernetes] > kubernetes
        apache-airflow-providers-postgres > psycopg2
        apache-airflow-providers-mysql > MySQLdb mysql
        apache-airflow-providers-http > requests aiohttp
        apache-airflow-providers-cncf-kubernetes > kubernetes
        apache-airflow-providers-slack > slack_sdk
        apache-airflow-providers-ssh > paramiko
        apache-airflow-providers-sftp > paramiko
        apache-airflow-providers-snowflake > snowflake pandas
        prefect > sqlalchemy httpx typer pydantic pendulum jinja2 click alembic asyncpg aiosqlite
        dagster > sqlalchemy alembic click jinja2 requests yaml pydantic rich tqdm
        flask-restful > flask pytz
        flask-login > flask werkzeug
        flask-cors > flask
        flask-mail > flask
        flask-admin > flask wtforms
        flask-caching > flask
        flask-session > flask
        flask-limiter > flask limits rich
        flask-marshmallow > flask marshmallow
        flask-smorest > flask werkzeug marshmallow webargs apispec
        flask-mongoengine > flask mongoengine
        flask-pymongo > flask pymongo bson
        django-celery-results > celery django
        django-cors-headers > django
        django-filter > django
        django-storages > django
        django-extensions > django
        django-crispy-forms > django
        drf-yasg > django rest_framework
        djoser > django rest_framework rest_framework_simplejwt
        databases > sqlalchemy
        sqlalchemy-utils > sqlalchemy
        sqladmin > starlette sqlalchemy wtforms jinja2 multipart
        scikit-image > numpy scipy PIL networkx imageio
        imbalanced-learn > numpy scipy sklearn joblib
        opencv-python > numpy
        opencv-python-headless > numpy
        nltk > click joblib tqdm
        gensim > numpy scipy
        shap > numpy scipy sklearn pandas tqdm
        imageio > numpy PIL
        moviepy > numpy imageio tqdm
        mediapipe > numpy matplotlib cv2
        gspread > google
        google-cloud-storage > google requests
        netmiko > paramiko serial yaml
        xhtml2pdf > reportlab PIL
        gtts > requests click
        alpaca-py > requests pydantic pandas websockets
        python-binance > requests aiohttp websockets
        pymilvus > pandas numpy
        """;
}
