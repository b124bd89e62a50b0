# The first stage fills the environment /opt/whosaid, the second takes it over and leaves the tools behind.
FROM python:3.13-slim-trixie AS build
ENV PATH=/opt/tools/bin:$PATH PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/tools && python -m venv --without-pip /opt/whosaid
WORKDIR /build
COPY requirements.txt requirements-build.txt ./
RUN pip install --require-hashes --only-binary :all: -r requirements-build.txt \
 && pip --python /opt/whosaid install --require-hashes --only-binary :all: --no-compile -r requirements.txt
COPY pyproject.toml README.md ./
COPY bot bot
COPY knowledge knowledge
# Compiled here, since the running bot can write nothing, and valid whatever dates copying gives the sources.
RUN python -m hatchling build -t wheel \
 && pip --python /opt/whosaid install --no-index --no-deps --no-compile dist/*.whl \
 && /opt/whosaid/bin/python -m compileall -q --invalidation-mode unchecked-hash /opt/whosaid/lib
# The shipped base is fitted here, so that neither the bot nor a question has to wait for it.
RUN XDG_CACHE_HOME=/opt/whosaid/cache /opt/whosaid/bin/whosaid ask hello \
 && chmod -R a+rX /opt/whosaid/cache

FROM python:3.13-slim-trixie
RUN apt-get update \
 && apt-get install -y --no-install-recommends tini \
 && apt-get dist-clean
COPY --from=build /opt/whosaid /opt/whosaid
ENV PATH=/opt/whosaid/bin:$PATH PYTHONDONTWRITEBYTECODE=1 XDG_CACHE_HOME=/opt/whosaid/cache
# The webhook (`serve` only) on 8080, health and metrics on 8081: for the container's network, not for the public.
ENV WHOSAID_HOST=0.0.0.0 WHOSAID_WEBHOOK_PORT=8080 WHOSAID_STATUS_PORT=8081
USER 10001:10001
# A broken base cannot ship.
RUN ["whosaid", "check"]
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["python", "-m", "bot.probing"]
# Process 1 gets no default action for a signal; under tini SIGTERM works from the first moment on.
ENTRYPOINT ["tini", "--", "whosaid"]
CMD ["telegram"]
